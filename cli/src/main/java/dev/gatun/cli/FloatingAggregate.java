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

  private final int bits;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double sum;
  private long nans;
  private MemorySegment data = MemorySegment.NULL;

  FloatingAggregate(String path, Field field) {
    super(path, field);
    bits = ((DataType.FloatingPoint) field.type()).bits();
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

  // Two sums and ranges side by side: each addition waits for the one before it in the same sum.
  private void addDoubles(int from, int to) {
    MemorySegment values = data;
    double sum0 = 0;
    double sum1 = 0;
    double smallest = min;
    double largest = max;
    int odd = 0;
    int i = from;
    for (; i < to - 1; i += 2) {
      double a = values.getAtIndex(DOUBLE, i);
      double b = values.getAtIndex(DOUBLE, i + 1L);
      sum0 += a;
      sum1 += b;
      smallest = a < smallest ? a : smallest;
      largest = a > largest ? a : largest;
      smallest = b < smallest ? b : smallest;
      largest = b > largest ? b : largest;
      odd += (Double.isNaN(a) ? 1 : 0) + (Double.isNaN(b) ? 1 : 0);
    }
    min = smallest;
    max = largest;
    sum += sum0 + sum1;
    nans += odd;
    if (i < to) {
      addOne(values.getAtIndex(DOUBLE, i));
    }
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
