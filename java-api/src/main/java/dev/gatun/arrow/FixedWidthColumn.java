package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Values of one width in bytes, one after the other.
public abstract sealed class FixedWidthColumn extends Column
    permits ByteColumn,
        ShortColumn,
        IntColumn,
        LongColumn,
        Float16Column,
        FloatColumn,
        DoubleColumn,
        DecimalColumn,
        FixedSizeBinaryColumn {
  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final int width;
  final MemorySegment values;

  FixedWidthColumn(int width, ArrayData array, Lease lease) {
    super(array, lease);
    this.width = width;
    this.values = lend(array.values(), (long) width * array.length());
  }

  /// Bytes of one value.
  public final int width() {
    return width;
  }

  /// The values, `length() * width()` bytes. Those of null slots mean nothing.
  public final MemorySegment values() {
    return values;
  }

  /// Whether the type is an unsigned integer.
  final boolean isUnsigned() {
    return field().type() instanceof DataType.Int(_, boolean signed) && !signed;
  }
}
