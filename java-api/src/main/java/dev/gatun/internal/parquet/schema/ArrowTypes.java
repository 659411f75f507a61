package dev.gatun.internal.parquet.schema;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.parquet.LogicalType;
import dev.gatun.parquet.PhysicalType;
import dev.gatun.parquet.SchemaNode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The Arrow type of a column. An annotation that does not go with the physical type is ignored, as
/// the format demands of readers: the values are handed out as they are stored.
final class ArrowTypes {
  /// Most digits of a decimal of 128 and of 256 bits.
  private static final int MOST_DIGITS_128 = 38;

  private static final int MOST_DIGITS_256 = 76;

  private static final String EXTENSION = "ARROW:extension:name";
  private static final String LOGICAL = "parquet.logical";

  /// @param metadata what the Arrow type does not say
  record Mapped(DataType type, Map<String, String> metadata) {
    Mapped(DataType type) {
      this(type, Map.of());
    }
  }

  private ArrowTypes() {}

  static Mapped of(SchemaNode column) {
    PhysicalType physical = Objects.requireNonNull(column.physicalType());
    LogicalType logical = column.logicalType();
    if (logical != null) {
      Mapped mapped = annotated(physical, column.typeLength(), logical);
      if (mapped != null) {
        return mapped;
      }
    }
    return new Mapped(plain(physical, column.typeLength()));
  }

  private static DataType plain(PhysicalType physical, int length) {
    return switch (physical) {
      case BOOLEAN -> new DataType.Bool();
      case INT32 -> new DataType.Int(32, true);
      case INT64 -> new DataType.Int(64, true);
      case INT96 -> new DataType.Timestamp(TimeUnit.NANOSECOND, null);
      case FLOAT -> new DataType.FloatingPoint(32);
      case DOUBLE -> new DataType.FloatingPoint(64);
      case BYTE_ARRAY -> new DataType.Binary();
      case FIXED_LEN_BYTE_ARRAY -> new DataType.FixedSizeBinary(length);
    };
  }

  private static @Nullable Mapped annotated(
      PhysicalType physical, int length, LogicalType logical) {
    boolean bytes = physical == PhysicalType.BYTE_ARRAY;
    return switch (logical) {
      case LogicalType.StringType _, LogicalType.EnumType _ ->
          bytes ? new Mapped(new DataType.Utf8()) : null;
      case LogicalType.JsonType _ ->
          bytes ? new Mapped(new DataType.Utf8(), Map.of(EXTENSION, "arrow.json")) : null;
      case LogicalType.IntType type -> integer(physical, type);
      case LogicalType.DecimalType type -> decimal(physical, length, type);
      case LogicalType.DateType _ ->
          physical == PhysicalType.INT32 ? new Mapped(new DataType.Date()) : null;
      case LogicalType.TimeType type -> time(physical, type);
      case LogicalType.TimestampType type ->
          physical == PhysicalType.INT64
              ? new Mapped(new DataType.Timestamp(type.unit(), type.adjustedToUtc() ? "UTC" : null))
              : null;
      case LogicalType.UuidType _ ->
          isFixed(physical, length, 16)
              ? new Mapped(new DataType.FixedSizeBinary(16), Map.of(EXTENSION, "arrow.uuid"))
              : null;
      case LogicalType.Float16Type _ ->
          isFixed(physical, length, 2) ? new Mapped(new DataType.FloatingPoint(16)) : null;
      case LogicalType.UnknownType _ -> new Mapped(new DataType.Null());
      case LogicalType.BsonType _,
          LogicalType.IntervalType _,
          LogicalType.VariantType _,
          LogicalType.GeometryType _,
          LogicalType.GeographyType _ ->
          new Mapped(plain(physical, length), Map.of(LOGICAL, nameOf(logical)));
      case LogicalType.MapType _,
          LogicalType.MapKeyValueType _,
          LogicalType.ListType _,
          LogicalType.OtherType _ ->
          null;
    };
  }

  /// `GEOMETRY`.
  static String nameOf(LogicalType type) {
    String text = type.text();
    return text.contains("(") ? text.substring(0, text.indexOf('(')) : text;
  }

  private static boolean isFixed(PhysicalType physical, int length, int wanted) {
    return physical == PhysicalType.FIXED_LEN_BYTE_ARRAY && length == wanted;
  }

  private static @Nullable Mapped integer(PhysicalType physical, LogicalType.IntType type) {
    boolean fits =
        switch (type.bits()) {
          case 8, 16, 32 -> physical == PhysicalType.INT32;
          case 64 -> physical == PhysicalType.INT64;
          default -> false;
        };
    return fits ? new Mapped(new DataType.Int(type.bits(), type.signed())) : null;
  }

  private static @Nullable Mapped decimal(
      PhysicalType physical, int length, LogicalType.DecimalType type) {
    int digits = type.precision();
    if (digits < 1 || type.scale() < 0 || type.scale() > digits || digits > MOST_DIGITS_256) {
      return null;
    }
    int bits =
        switch (physical) {
          case INT32 -> 32;
          case INT64 -> 64;
          case BYTE_ARRAY -> digits <= MOST_DIGITS_128 ? 128 : 256;
          case FIXED_LEN_BYTE_ARRAY -> fixedDecimalBits(length, digits);
          case BOOLEAN, INT96, FLOAT, DOUBLE -> 0;
        };
    return bits == 0 ? null : new Mapped(new DataType.Decimal(digits, type.scale(), bits));
  }

  private static int fixedDecimalBits(int length, int digits) {
    if (length < 1 || length > 256 / Byte.SIZE) {
      return 0;
    }
    return digits <= MOST_DIGITS_128 && length <= 128 / Byte.SIZE ? 128 : 256;
  }

  private static @Nullable Mapped time(PhysicalType physical, LogicalType.TimeType type) {
    PhysicalType wanted =
        type.unit() == TimeUnit.MILLISECOND ? PhysicalType.INT32 : PhysicalType.INT64;
    return physical == wanted ? new Mapped(new DataType.Time(type.unit())) : null;
  }
}
