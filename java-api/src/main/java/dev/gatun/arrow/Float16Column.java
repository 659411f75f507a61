package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;

/// 16-bit floating-point numbers.
public final class Float16Column extends FixedWidthColumn {
  Float16Column(ArrayData array, Lease lease) {
    super(2, array, lease);
  }

  /// The value, exactly.
  public float get(int index) {
    return Float.float16ToFloat(bits(index));
  }

  /// The bits of the value.
  public short bits(int index) {
    return values.getAtIndex(SHORT, index);
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
