package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.support.NeedsNatives;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/// The table of powers of five that the compiler computes for `csv_double`, against `BigInteger`.
@NeedsNatives
class CsvDoublePowersTest {
  private static final int BITS = 128;

  @Test
  void theTableIsRight() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment high = arena.allocate(ValueLayout.JAVA_LONG);
      MemorySegment low = arena.allocate(ValueLayout.JAVA_LONG);
      MemorySegment error = gatun_error.allocate(arena);
      for (int exponent = -342; exponent <= 308; exponent++) {
        assertEquals(0, gatun_h.gatun_csv_double_power(exponent, high, low, error));
        String actual =
            Long.toHexString(high.get(ValueLayout.JAVA_LONG, 0))
                + String.format("%016x", low.get(ValueLayout.JAVA_LONG, 0));
        assertEquals(expected(exponent).toString(16), actual, "5^" + exponent);
      }
    }
  }

  private static BigInteger expected(int exponent) {
    BigInteger power = BigInteger.valueOf(5).pow(Math.abs(exponent));
    if (exponent >= 0) {
      int shift = BITS - power.bitLength();
      return shift >= 0 ? power.shiftLeft(shift) : power.shiftRight(-shift);
    }
    // 2^n / 5^-exponent has 128 bits before the point: 5^-exponent is no power of two.
    BigInteger inverse = BigInteger.ONE.shiftLeft(power.bitLength() + BITS - 1).divide(power);
    return exponent >= -27 ? inverse.add(BigInteger.ONE) : inverse;
  }
}
