package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.ValueLayout;

/// 8-bit integers.
public final class ByteColumn extends FixedWidthColumn {
  ByteColumn(ArrayData array, Lease lease) {
    super(1, array, lease);
  }

  /// The bits of the value.
  public byte get(int index) {
    return values.get(ValueLayout.JAVA_BYTE, index);
  }

  /// The value, signed or unsigned as the type says.
  public int toInt(int index) {
    byte bits = get(index);
    return isUnsigned() ? Byte.toUnsignedInt(bits) : bits;
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
    return isUnsigned() ? (Object) (short) toInt(index) : (Object) get(index);
  }
}
