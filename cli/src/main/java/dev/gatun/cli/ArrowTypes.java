package dev.gatun.cli;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.TimeUnit;

/// Arrow types in a word. Those of parts are not in it: they have lines of their own.
final class ArrowTypes {
  private ArrowTypes() {}

  /// `int64`, `timestamp[us, UTC]`, `list`.
  static String name(Field field) {
    return SlotValues.isUuid(field) ? "uuid" : name(field.type());
  }

  private static String name(DataType type) {
    return switch (type) {
      case DataType.Null _ -> "null";
      case DataType.Bool _ -> "bool";
      case DataType.Int(int bits, boolean signed) -> (signed ? "int" : "uint") + bits;
      case DataType.FloatingPoint(int bits) -> "float" + bits;
      case DataType.Decimal(int precision, int scale, _) ->
          "decimal(" + precision + ", " + scale + ")";
      case DataType.Utf8 _, DataType.Utf8View _ -> "utf8";
      case DataType.Binary _, DataType.BinaryView _ -> "binary";
      case DataType.FixedSizeBinary(int width) -> "binary(" + width + ")";
      case DataType.Date _ -> "date";
      case DataType.Time(TimeUnit unit) -> "time[" + symbol(unit) + "]";
      case DataType.Timestamp(TimeUnit unit, String zone) ->
          "timestamp[" + symbol(unit) + (zone == null ? "]" : ", " + zone + "]");
      case DataType.Struct _ -> "struct";
      case DataType.List _ -> "list";
      case DataType.Map _ -> "map";
      case DataType.Dictionary(DataType values) -> name(values);
    };
  }

  private static String symbol(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> "s";
      case MILLISECOND -> "ms";
      case MICROSECOND -> "us";
      case NANOSECOND -> "ns";
    };
  }
}
