package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;

/// 16-bit integers.
public final class ShortColumn extends FixedWidthColumn {
  ShortColumn(ArrayData array, Lease lease) {
    super(2, array, lease);
  }

  /// The bits of the value.
  public short get(int index) {
    return values.getAtIndex(SHORT, index);
  }

  /// The value, signed or unsigned as the type says.
  public int toInt(int index) {
    short bits = get(index);
    return isUnsigned() ? Short.toUnsignedInt(bits) : bits;
  }

  @Override
  long longValue(int index) {
    return toInt(index);
  }

  @Override
  double doubleValue(int index) {
    return toInt(index);
  }

  @Override
  Object value(int index) {
    return isUnsigned() ? (Object) toInt(index) : (Object) get(index);
  }
}
