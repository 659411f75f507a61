package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// 32-bit floating-point numbers.
public final class FloatColumn extends FixedWidthColumn {
  FloatColumn(ArrayData array, Lease lease) {
    super(4, array, lease);
  }

  private static final ValueLayout.OfFloat LAYOUT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The value.
  public float get(int index) {
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
