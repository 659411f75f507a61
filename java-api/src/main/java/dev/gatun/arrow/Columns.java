package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;

/// From arrays to the views of their types.
final class Columns {
  private Columns() {}

  static Column view(ArrayData array, Lease lease) {
    return switch (array.field().type()) {
      case DataType.Null() -> new NullColumn(array, lease);
      case DataType.Bool() -> new BooleanColumn(array, lease);
      case DataType.Int(int bits, _) -> integer(bits, array, lease);
      case DataType.FloatingPoint(int bits) -> floatingPoint(bits, array, lease);
      case DataType.Decimal type -> new DecimalColumn(type, array, lease);
      case DataType.Utf8 _, DataType.Utf8View _ -> new StringColumn(array, lease);
      case DataType.Binary _, DataType.BinaryView _ -> new BinaryColumn(array, lease);
      case DataType.FixedSizeBinary(int width) -> new FixedSizeBinaryColumn(width, array, lease);
      case DataType.Date() -> new IntColumn(array, lease);
      case DataType.Time(TimeUnit unit) -> integer(Fields.is32(unit) ? 32 : 64, array, lease);
      case DataType.Timestamp _ -> new LongColumn(array, lease);
      case DataType.Struct() -> new StructColumn(array, lease);
      case DataType.List() -> new ListColumn(array, lease);
      case DataType.Map() -> new MapColumn(array, lease);
      case DataType.Dictionary _ -> new DictionaryColumn(array, lease);
    };
  }

  private static Column integer(int bits, ArrayData array, Lease lease) {
    return switch (bits) {
      case 8 -> new ByteColumn(array, lease);
      case 16 -> new ShortColumn(array, lease);
      case 32 -> new IntColumn(array, lease);
      case 64 -> new LongColumn(array, lease);
      default -> throw new IllegalArgumentException("no integer has " + bits + " bits");
    };
  }

  private static Column floatingPoint(int bits, ArrayData array, Lease lease) {
    return switch (bits) {
      case 16 -> new Float16Column(array, lease);
      case 32 -> new FloatColumn(array, lease);
      case 64 -> new DoubleColumn(array, lease);
      default -> throw new IllegalArgumentException("no float has " + bits + " bits");
    };
  }
}
