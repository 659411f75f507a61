package dev.gatun.parquet;

import dev.gatun.arrow.TimeUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the stored values or groups mean (Parquet format, LogicalTypes.md). Older files say it by
/// converted types, which appear here as the logical types they stand for.
public sealed interface LogicalType {
  /// UTF-8 text.
  record StringType() implements LogicalType {}

  /// A group that is a map.
  record MapType() implements LogicalType {}

  /// Keys and values inside a map, in old files the map itself.
  record MapKeyValueType() implements LogicalType {}

  /// A group that is a list.
  record ListType() implements LogicalType {}

  /// One of a few names, as UTF-8.
  record EnumType() implements LogicalType {}

  /// An unscaled integer of so many decimal digits, `scale` of them behind the point.
  record DecimalType(int precision, int scale) implements LogicalType {}

  /// Days since 1970-01-01.
  record DateType() implements LogicalType {}

  /// Time of day.
  ///
  /// @param adjustedToUtc false: of whatever zone the reader is in
  record TimeType(boolean adjustedToUtc, TimeUnit unit) implements LogicalType {}

  /// Time since 1970-01-01T00:00.
  ///
  /// @param adjustedToUtc whether it is an instant; else a local time of no zone
  record TimestampType(boolean adjustedToUtc, TimeUnit unit) implements LogicalType {}

  /// An integer of 8, 16, 32 or 64 bits.
  record IntType(int bits, boolean signed) implements LogicalType {}

  /// Only nulls, whatever the physical type.
  record UnknownType() implements LogicalType {}

  /// A JSON document as UTF-8.
  record JsonType() implements LogicalType {}

  /// A BSON document.
  record BsonType() implements LogicalType {}

  /// 16 bytes, big-endian.
  record UuidType() implements LogicalType {}

  /// IEEE 754 of 16 bits.
  record Float16Type() implements LogicalType {}

  /// Months, days and milliseconds, each a little-endian unsigned integer of 32 bits.
  record IntervalType() implements LogicalType {}

  /// A group of metadata and value, perhaps with typed values beside them.
  ///
  /// @param version of the variant specification, 0 when not given
  record VariantType(int version) implements LogicalType {}

  /// Well-known binary with straight edges.
  ///
  /// @param crs coordinate reference system, null for `OGC:CRS84`
  record GeometryType(@Nullable String crs) implements LogicalType {}

  /// Well-known binary with edges on the globe.
  ///
  /// @param crs coordinate reference system, null for `OGC:CRS84`
  /// @param algorithm how edges run: 0 spherical, 1 Vincenty, 2 Thomas, 3 Andoyer, 4 Karney
  record GeographyType(@Nullable String crs, int algorithm) implements LogicalType {}

  /// One of a later version of the format.
  ///
  /// @param number its field in the format's union
  record OtherType(int number) implements LogicalType {}

  /// How the format's documents write it: `STRING`, `DECIMAL(9, 2)`, `TIMESTAMP(us, UTC)`.
  default String text() {
    return switch (this) {
      case DecimalType type -> "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
      case TimeType type -> "TIME" + unit(type.unit(), type.adjustedToUtc());
      case TimestampType type -> "TIMESTAMP" + unit(type.unit(), type.adjustedToUtc());
      case IntType type -> (type.signed() ? "INT(" : "UINT(") + type.bits() + ")";
      case GeometryType type -> "GEOMETRY" + (type.crs() == null ? "" : "(" + type.crs() + ")");
      case GeographyType type -> "GEOGRAPHY" + (type.crs() == null ? "" : "(" + type.crs() + ")");
      case OtherType type -> "OTHER(" + type.number() + ")";
      case MapKeyValueType _ -> "MAP_KEY_VALUE";
      default -> {
        String name = getClass().getSimpleName();
        yield name.substring(0, name.length() - "Type".length()).toUpperCase(Locale.ROOT);
      }
    };
  }

  private static String unit(TimeUnit unit, boolean utc) {
    String name =
        switch (unit) {
          case SECOND -> "s";
          case MILLISECOND -> "ms";
          case MICROSECOND -> "us";
          case NANOSECOND -> "ns";
        };
    return "(" + name + (utc ? ", UTC)" : ")");
  }
}
