package dev.gatun.internal.graphio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DigitsTest {
  private static byte[] padded(String text, int fill) {
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = new byte[1 + ascii.length + LineBuffer.PADDING];
    Arrays.fill(bytes, (byte) fill);
    System.arraycopy(ascii, 0, bytes, 1, ascii.length);
    return bytes;
  }

  @Test
  void anyByteEndsARun() {
    for (int length = 0; length <= 24; length++) {
      for (int after = 0; after < 256; after++) {
        if (after < '0' || after > '9') {
          String run = "9".repeat(length) + (char) after;
          for (int fill : new int[] {0, '0', '9', ' ', 0x80, 0xff}) {
            assertEquals(length, Digits.count(padded(run, fill), 1), run);
          }
        }
      }
    }
    assertEquals(24, Digits.count(padded("9".repeat(40), 0), 1));
  }

  @Test
  void valuesOfAllLengths() {
    SplittableRandom random = new SplittableRandom(3);
    for (int length = 1; length <= 19; length++) {
      for (int i = 0; i < 2000; i++) {
        StringBuilder digits = new StringBuilder();
        for (int d = 0; d < length; d++) {
          digits.append(random.nextInt(10));
        }
        byte[] bytes = padded(digits.toString(), random.nextInt(256));
        assertEquals(
            Long.parseUnsignedLong(digits.toString()),
            Digits.value(bytes, 1, length),
            digits.toString());
      }
    }
    assertEquals(-1, Long.signum(Digits.value(padded("9223372036854775808", '7'), 1, 19)));
  }
}
