package dev.gatun.internal.graphio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void checkLong(String text) {
    byte[] bytes = bytes(text);
    boolean isLong = false;
    if (text.matches("[+-]?[0-9]+")) {
      BigInteger value = new BigInteger(text);
      isLong = value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0;
    }
    assertEquals(isLong, Numbers.isLong(bytes, 0, bytes.length), text);
    if (isLong) {
      long value = Numbers.longValue(bytes, 0, bytes.length);
      assertEquals(Long.parseLong(text), value, text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        "0",
        "-0",
        "+0",
        "00",
        "007",
        "-07",
        "7",
        "1x",
        "x",
        " 1",
        "1 ",
        "--1",
        "1-",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "0009223372036854775807",
        "18446744073709551616",
        "99999999999999999999999999",
        "1.0",
        "/",
        ":"
      })
  void longs(String text) {
    checkLong(text);
  }

  @Test
  void longsNearTheLimits() {
    for (int i = -200; i <= 200; i++) {
      checkLong(MOST.add(BigInteger.valueOf(i)).toString());
      checkLong(LEAST.add(BigInteger.valueOf(i)).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "+1.5", ".5", "5.", "1e3", "1E+3", "-.5e-3", "00.10", "1e0"})
  void decimals(String text) {
    byte[] bytes = bytes(text);
    assertEquals(true, Numbers.isDecimal(bytes, 0, bytes.length));
    assertEquals(Double.parseDouble(text), Numbers.decimalValue(bytes, 0, bytes.length, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "-",
        "+.",
        "e3",
        ".e3",
        "1e",
        "1e+",
        "1.2.3",
        "1e3.5",
        "nan",
        "inf",
        "Infinity",
        "0x1p3",
        "1f",
        "1d",
        "1 ",
        " 1",
        "1,5",
        "--1",
        "1e--3"
      })
  void notDecimals(String text) {
    byte[] bytes = bytes(text);
    assertEquals(false, Numbers.isDecimal(bytes, 0, bytes.length));
  }
}
