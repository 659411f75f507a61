package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvDecimal;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;

/// The grammar of numbers, and `BigDecimal`.
public final class CsvDecimalReference implements CsvDecimal {
  private static final int BYTES = 16;

  @Override
  public CsvConverter open(CsvRules rules, int precision, int scale) {
    return new Conversion(rules, precision, scale);
  }

  private static final class Conversion extends CsvConversion {
    private final CsvRules rules;
    private final int precision;
    private final int scale;

    Conversion(CsvRules rules, int precision, int scale) {
      super(rules);
      this.rules = rules;
      this.precision = precision;
      this.scale = scale;
    }

    @Override
    boolean store(CsvCell cell, MemorySegment values, int row) {
      CsvNumber number = CsvNumber.read(cell, rules);
      if (number == null) {
        return false;
      }
      BigDecimal digits = new BigDecimal(number.digits()).stripTrailingZeros();
      if (digits.signum() == 0) {
        return true;
      }
      // How many places the last digit that is not 0 lies before the last one of the scale.
      BigInteger places = number.exponent().add(BigInteger.valueOf((long) scale - digits.scale()));
      if (places.signum() < 0
          || places.bitLength() > 31
          || digits.precision() + places.longValue() > precision) {
        return false;
      }
      BigInteger unscaled =
          digits.unscaledValue().multiply(BigInteger.TEN.pow(places.intValueExact()));
      values.set(JAVA_LONG_UNALIGNED, (long) row * BYTES, unscaled.longValue());
      values.set(
          JAVA_LONG_UNALIGNED,
          (long) row * BYTES + Long.BYTES,
          unscaled.shiftRight(Long.SIZE).longValue());
      return true;
    }

    @Override
    void clear(MemorySegment values, int rows) {
      values.asSlice(0, (long) rows * BYTES).fill((byte) 0);
    }
  }
}
