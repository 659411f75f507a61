package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// 64-bit floating-point numbers.
public final class DoubleColumn extends FixedWidthColumn {
  DoubleColumn(ArrayData array, Lease lease) {
    super(8, array, lease);
  }

  private static final ValueLayout.OfDouble LAYOUT =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The value.
  public double get(int index) {
    return values.getAtIndex(LAYOUT, index);
  }

  @Override
  double doubleValue(int index) {
    return get(index);
  }

  @Override
  Object value(int index) {
    return get(index);
  }
}
