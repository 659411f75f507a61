package dev.gatun.cli;

import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.FixedWidthColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Floating-point numbers. NaNs are counted, and left out of minimum and maximum; sums, in double
/// precision, have them.
final class FloatingAggregate extends ColumnAggregate implements Validity.Runs {
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int BLOCK = 1024;

  private final int bits;
  private final long[] block;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double sum;
  private long nans;
  private MemorySegment data = MemorySegment.NULL;

  FloatingAggregate(String path, Field field) {
    super(path, field);
    bits = ((DataType.FloatingPoint) field.type()).bits();
    block = new long[bits == Double.SIZE ? BLOCK : 0];
  }

  @Override
  void addValues(Column column, @Nullable MemorySegment valid) {
    data = ((FixedWidthColumn) column).values();
    Validity.runs(valid, column.length(), this);
    data = MemorySegment.NULL;
  }

  @Override
  public void add(int from, int to) {
    switch (bits) {
      case Short.SIZE -> addHalves(from, to);
      case Integer.SIZE -> addFloats(from, to);
      default -> addDoubles(from, to);
    }
  }

  // Copies to an array in the first cache: over arrays the compiler makes vector loops, if they do
  // one thing each.

  private void addDoubles(int from, int to) {
    for (int at = from; at < to; at += BLOCK) {
      int n = Math.min(BLOCK, to - at);
      MemorySegment.copy(data, LONG, (long) at * Long.BYTES, block, 0, n);
      if (hasNan(n)) {
        for (int i = 0; i < n; i++) {
          addOne(Double.longBitsToDouble(block[i]));
        }
      } else {
        addSum(n);
        addRange(n);
      }
    }
  }

  private boolean hasNan(int n) {
    long[] bits = block;
    long largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, bits[i] & Long.MAX_VALUE);
    }
    return largest > Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
  }

  private void addRange(int n) {
    long[] bits = block;
    long smallest = Long.MAX_VALUE;
    long largest = Long.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      long value = ordered(bits[i]);
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    min = Math.min(min, Double.longBitsToDouble(ordered(smallest)));
    max = Math.max(max, Double.longBitsToDouble(ordered(largest)));
  }

  /// The bits of a number so that the order of integers is that of the numbers; its own inverse.
  private static long ordered(long bits) {
    return bits ^ (bits >> Long.SIZE - 1 & Long.MAX_VALUE);
  }

  private void addSum(int n) {
    long[] bits = block;
    // Side by side: each addition waits for the one before it in the same sum.
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      sum0 += Double.longBitsToDouble(bits[i]);
      sum1 += Double.longBitsToDouble(bits[i + 1]);
      sum2 += Double.longBitsToDouble(bits[i + 2]);
      sum3 += Double.longBitsToDouble(bits[i + 3]);
    }
    for (; i < n; i++) {
      sum0 += Double.longBitsToDouble(bits[i]);
    }
    sum += (sum0 + sum1) + (sum2 + sum3);
  }

  private void addFloats(int from, int to) {
    for (int i = from; i < to; i++) {
      addOne(data.getAtIndex(FLOAT, i));
    }
  }

  private void addHalves(int from, int to) {
    for (int i = from; i < to; i++) {
      addOne(Float.float16ToFloat(data.getAtIndex(SHORT, i)));
    }
  }

  private void addOne(double value) {
    sum += value;
    min = value < min ? value : min;
    max = value > max ? value : max;
    nans += Double.isNaN(value) ? 1 : 0;
  }

  @Override
  Summary summary() {
    boolean any = values() > nans;
    return new Summary(
        any ? shown(min) : null,
        any ? shown(max) : null,
        sum,
        values() == 0 ? null : (Double) (sum / values()),
        nans,
        null,
        null,
        null);
  }

  /// With no more digits than the type has.
  private Number shown(double value) {
    return bits < Long.SIZE ? (Number) (float) value : (Number) value;
  }
}
