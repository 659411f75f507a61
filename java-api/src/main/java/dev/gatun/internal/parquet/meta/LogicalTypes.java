package dev.gatun.internal.parquet.meta;

import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.parquet.thrift.Fields;
import dev.gatun.internal.parquet.thrift.ThriftReader;
import dev.gatun.parquet.LogicalType;
import org.jspecify.annotations.Nullable;

/// Annotations as they stand in the schema: the union LogicalType and, in older files, a
/// ConvertedType.
final class LogicalTypes {
  private LogicalTypes() {}

  /// Reads the union that is the current value.
  static @Nullable LogicalType read(ThriftReader reader) {
    Fields fields = new Fields(reader);
    LogicalType type = null;
    while (fields.next()) {
      type = readMember(reader, fields.id());
    }
    return type;
  }

  private static LogicalType readMember(ThriftReader reader, int member) {
    LogicalType plain =
        switch (member) {
          case 1 -> new LogicalType.StringType();
          case 2 -> new LogicalType.MapType();
          case 3 -> new LogicalType.ListType();
          case 4 -> new LogicalType.EnumType();
          case 6 -> new LogicalType.DateType();
          case 11 -> new LogicalType.UnknownType();
          case 12 -> new LogicalType.JsonType();
          case 13 -> new LogicalType.BsonType();
          case 14 -> new LogicalType.UuidType();
          case 15 -> new LogicalType.Float16Type();
          default -> null;
        };
    if (plain != null) {
      reader.skip();
      return plain;
    }
    return switch (member) {
      case 5 -> decimal(reader);
      case 7, 8 -> temporal(reader, member == 8);
      case 10 -> integer(reader);
      case 16 -> variant(reader);
      case 17, 18 -> geospatial(reader, member == 18);
      default -> {
        reader.skip();
        yield new LogicalType.OtherType(member);
      }
    };
  }

  private static LogicalType decimal(ThriftReader reader) {
    int scale = 0;
    int precision = 0;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> scale = reader.int32();
        case 2 -> precision = reader.int32();
        default -> reader.skip();
      }
    }
    return new LogicalType.DecimalType(precision, scale);
  }

  private static LogicalType temporal(ThriftReader reader, boolean timestamp) {
    boolean utc = false;
    TimeUnit unit = null;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> utc = reader.bool();
        case 2 -> unit = unit(reader);
        default -> reader.skip();
      }
    }
    if (unit == null) {
      return new LogicalType.OtherType(timestamp ? 8 : 7); // a unit of a later format version
    }
    return timestamp
        ? new LogicalType.TimestampType(utc, unit)
        : new LogicalType.TimeType(utc, unit);
  }

  private static @Nullable TimeUnit unit(ThriftReader reader) {
    TimeUnit unit = null;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      unit =
          switch (fields.id()) {
            case 1 -> TimeUnit.MILLISECOND;
            case 2 -> TimeUnit.MICROSECOND;
            case 3 -> TimeUnit.NANOSECOND;
            default -> null;
          };
      reader.skip();
    }
    return unit;
  }

  private static LogicalType integer(ThriftReader reader) {
    int bits = 0;
    boolean signed = false;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> bits = reader.int32();
        case 2 -> signed = reader.bool();
        default -> reader.skip();
      }
    }
    return new LogicalType.IntType(bits, signed);
  }

  private static LogicalType variant(ThriftReader reader) {
    int version = 0;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> version = reader.int32();
        default -> reader.skip();
      }
    }
    return new LogicalType.VariantType(version);
  }

  private static LogicalType geospatial(ThriftReader reader, boolean geography) {
    String crs = null;
    int algorithm = 0;
    Fields fields = new Fields(reader);
    while (fields.next()) {
      switch (fields.id()) {
        case 1 -> crs = reader.string();
        case 2 -> algorithm = reader.int32();
        default -> reader.skip();
      }
    }
    return geography
        ? new LogicalType.GeographyType(crs, algorithm)
        : new LogicalType.GeometryType(crs);
  }

  /// What a ConvertedType stands for; null when there is no such number.
  static @Nullable LogicalType converted(int number, int precision, int scale) {
    return switch (number) {
      case 0 -> new LogicalType.StringType();
      case 1 -> new LogicalType.MapType();
      case 2 -> new LogicalType.MapKeyValueType();
      case 3 -> new LogicalType.ListType();
      case 4 -> new LogicalType.EnumType();
      case 5 -> new LogicalType.DecimalType(precision, scale);
      case 6 -> new LogicalType.DateType();
      case 7 -> new LogicalType.TimeType(true, TimeUnit.MILLISECOND);
      case 8 -> new LogicalType.TimeType(true, TimeUnit.MICROSECOND);
      case 9 -> new LogicalType.TimestampType(true, TimeUnit.MILLISECOND);
      case 10 -> new LogicalType.TimestampType(true, TimeUnit.MICROSECOND);
      case 11, 12, 13, 14 -> new LogicalType.IntType(8 << number - 11, false);
      case 15, 16, 17, 18 -> new LogicalType.IntType(8 << number - 15, true);
      case 19 -> new LogicalType.JsonType();
      case 20 -> new LogicalType.BsonType();
      case 21 -> new LogicalType.IntervalType();
      case 24, 25 -> new LogicalType.UnknownType(); // parquet-cpp, before there was one
      default -> null;
    };
  }
}
