package dev.gatun.corpus;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.TimeUnit;

/// Types by the names the manifest has for them, as far as a stored Arrow schema does not change
/// them there: text for its offsets' width or views, decimals for the width of their storage.
final class ArrowTypeNames {
  private ArrowTypeNames() {}

  /// A family of types that hold the same values: `int32`, `timestamp[us, tz=UTC]`, `list`.
  static String of(DataType type) {
    return switch (type) {
      case DataType.Null _ -> "null";
      case DataType.Bool _ -> "bool";
      case DataType.Int t -> (t.signed() ? "int" : "uint") + t.bits();
      case DataType.FloatingPoint t ->
          t.bits() == 16 ? "halffloat" : t.bits() == 32 ? "float" : "double";
      case DataType.Decimal t -> "decimal(" + t.precision() + ", " + t.scale() + ")";
      case DataType.Utf8 _, DataType.Utf8View _ -> "string";
      case DataType.Binary _, DataType.BinaryView _ -> "binary";
      case DataType.FixedSizeBinary t -> "fixed_size_binary[" + t.width() + "]";
      case DataType.Date _ -> "date32[day]";
      case DataType.Time t ->
          (t.unit() == TimeUnit.MILLISECOND ? "time32" : "time64") + "[" + unit(t.unit()) + "]";
      case DataType.Timestamp t ->
          "timestamp[" + unit(t.unit()) + (t.zone() == null ? "" : ", tz=" + t.zone()) + "]";
      case DataType.Struct _ -> "struct";
      case DataType.List _ -> "list";
      case DataType.Map _ -> "map";
      case DataType.Dictionary t -> of(t.values());
    };
  }

  private static String unit(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> "s";
      case MILLISECOND -> "ms";
      case MICROSECOND -> "us";
      case NANOSECOND -> "ns";
    };
  }

  /// The manifest's name in the form that [#of] gives.
  static String family(String name) {
    String plain = name.replaceFirst("^large_", "").replaceFirst("_view$", "");
    plain = plain.replaceFirst("^decimal(32|64|128|256)\\(", "decimal(");
    plain = plain.replaceFirst("^duration\\[.*", "int64");
    plain = plain.replaceFirst("^fixed_size_(list<)", "$1");
    plain = plain.replaceFirst("^dictionary<values=([^,]+),.*", "$1");
    return plain.startsWith("struct<") || plain.startsWith("list<") || plain.startsWith("map<")
        ? plain.substring(0, plain.indexOf('<'))
        : plain;
  }
}
