package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;

/// Bytes of the values of types that have one width.
public final class FixedWidths {
  private FixedWidths() {}

  /// Bytes of a number, date, time or fixed-size binary; 0 of every other type.
  public static int of(DataType type) {
    return switch (type) {
      case DataType.Int integer -> integer.bits() / Byte.SIZE;
      case DataType.FloatingPoint real -> real.bits() / Byte.SIZE;
      case DataType.Decimal decimal -> decimal.bits() / Byte.SIZE;
      case DataType.FixedSizeBinary(int width) -> width;
      case DataType.Date _ -> Integer.BYTES;
      case DataType.Time time ->
          switch (time.unit()) {
            case SECOND, MILLISECOND -> Integer.BYTES;
            case MICROSECOND, NANOSECOND -> Long.BYTES;
          };
      case DataType.Timestamp _ -> Long.BYTES;
      default -> 0;
    };
  }
}
