package dev.gatun.cli;

import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.DecimalColumn;
import dev.gatun.arrow.Field;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Decimals of 128 and 256 bits. Sums are exact.
final class DecimalAggregate extends ColumnAggregate {
  private static final long LOW_HALF = 0xffff_ffffL;

  private final int scale;
  private final boolean wide;
  private @Nullable BigInteger min;
  private @Nullable BigInteger max;
  private BigInteger sum = BigInteger.ZERO;

  DecimalAggregate(String path, Field field) {
    super(path, field);
    DataType.Decimal type = (DataType.Decimal) field.type();
    scale = type.scale();
    wide = type.bits() > 2 * Long.SIZE;
  }

  @Override
  void addValues(Column column, @Nullable MemorySegment valid) {
    DecimalColumn decimals = column.asDecimals();
    if (wide) {
      Validity.runs(
          valid,
          column.length(),
          (from, to) -> {
            for (int i = from; i < to; i++) {
              BigInteger value = decimals.unscaled(i);
              sum = sum.add(value);
              addRange(value, value);
            }
          });
    } else {
      Words words = new Words(decimals.values());
      Validity.runs(valid, column.length(), words);
      sum = sum.add(words.sum());
      addRange(words.smallest(), words.largest());
    }
  }

  private void addRange(BigInteger smallest, BigInteger largest) {
    min = min == null ? smallest : min.min(smallest);
    max = max == null ? largest : max.max(largest);
  }

  @Override
  Summary summary() {
    BigDecimal total = new BigDecimal(sum, scale);
    return new Summary(
        min == null ? null : new BigDecimal(min, scale),
        max == null ? null : new BigDecimal(max, scale),
        total,
        values() == 0 ? null : (Double) (total.doubleValue() / values()),
        null,
        null,
        null,
        null);
  }

  /// 128-bit integers of a batch, at least one, as two words each.
  private static final class Words implements Validity.Runs {
    private final MemorySegment data;
    private long minHigh = Long.MAX_VALUE;
    private long minLow = -1;
    private long maxHigh = Long.MIN_VALUE;
    private long maxLow;

    /// Sums of the high words' halves and of the low words' halves: with less than 2^31 values
    /// none of them overflows.
    private long sum3;

    private long sum2;
    private long sum1;
    private long sum0;

    Words(MemorySegment data) {
      this.data = data;
    }

    @Override
    public void add(int from, int to) {
      for (int i = from; i < to; i++) {
        long low = data.getAtIndex(LONG, 2L * i);
        long high = data.getAtIndex(LONG, 2L * i + 1);
        sum0 += low & LOW_HALF;
        sum1 += low >>> Integer.SIZE;
        sum2 += high & LOW_HALF;
        sum3 += high >> Integer.SIZE;
        if (isLess(high, low, minHigh, minLow)) {
          minHigh = high;
          minLow = low;
        }
        if (isLess(maxHigh, maxLow, high, low)) {
          maxHigh = high;
          maxLow = low;
        }
      }
    }

    private static boolean isLess(long aHigh, long aLow, long bHigh, long bLow) {
      return aHigh < bHigh || (aHigh == bHigh && Long.compareUnsigned(aLow, bLow) < 0);
    }

    BigInteger sum() {
      return weighted(sum3, 3).add(weighted(sum2, 2)).add(weighted(sum1, 1)).add(weighted(sum0, 0));
    }

    BigInteger smallest() {
      return number(minHigh, minLow);
    }

    BigInteger largest() {
      return number(maxHigh, maxLow);
    }

    private static BigInteger number(long high, long low) {
      return weighted(high, 2)
          .add(weighted(low >>> Integer.SIZE, 1))
          .add(weighted(low & LOW_HALF, 0));
    }

    private static BigInteger weighted(long value, int half) {
      return BigInteger.valueOf(value).shiftLeft(half * Integer.SIZE);
    }
  }
}
