package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.arrow.TimeUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Schemas as
/// [Schema.fbs](https://github.com/apache/arrow/blob/main/format/Schema.fbs) has them. Numbers of
/// fields and of union members are that file's.
final class IpcSchema {
  private final FlatBuilder out;

  /// Dictionaries are numbered in the order in which a walk through the fields, parents before
  /// children, comes to them.
  private long dictionaries;

  private IpcSchema(FlatBuilder out) {
    this.out = out;
  }

  /// Writes a schema.
  static int write(Schema schema, FlatBuilder out) {
    IpcSchema writer = new IpcSchema(out);
    int fields = writer.fields(schema.fields());
    int metadata = writer.metadata(schema.metadata());
    FlatBuilder.Table table = out.table().int16(0, 0).reference(1, fields);
    return (metadata == 0 ? table : table.reference(2, metadata)).end();
  }

  private int fields(List<Field> fields) {
    return out.references(fields.stream().mapToInt(this::field).toArray());
  }

  private int field(Field field) {
    int encoding = 0;
    DataType type = field.type();
    if (type instanceof DataType.Dictionary(DataType values)) {
      encoding = encoding();
      type = values;
    }
    int name = out.string(field.name());
    int metadata = metadata(field.metadata());
    int body = type(type);
    int children = fields(field.children());
    FlatBuilder.Table table =
        out.table()
            .reference(0, name)
            .bool(1, field.nullable())
            .int8(2, number(type))
            .reference(3, body)
            .reference(5, children);
    if (encoding != 0) {
      table.reference(4, encoding);
    }
    return (metadata == 0 ? table : table.reference(6, metadata)).end();
  }

  private int encoding() {
    int index = out.table().int32(0, Integer.SIZE).bool(1, true).end();
    return out.table().int64(0, dictionaries++).reference(1, index).end();
  }

  /// Keys in their order, so that a schema is always written the same; 0 when there are none.
  private int metadata(Map<String, String> metadata) {
    if (metadata.isEmpty()) {
      return 0;
    }
    return out.references(
        new TreeMap<>(metadata)
            .entrySet().stream()
                .mapToInt(
                    entry -> {
                      int key = out.string(entry.getKey());
                      int value = out.string(entry.getValue());
                      return out.table().reference(0, key).reference(1, value).end();
                    })
                .toArray());
  }

  /// The member of the union `Type`.
  private static int number(DataType type) {
    return switch (type) {
      case DataType.Null _ -> 1;
      case DataType.Int _ -> 2;
      case DataType.FloatingPoint _ -> 3;
      case DataType.Binary _ -> 4;
      case DataType.Utf8 _ -> 5;
      case DataType.Bool _ -> 6;
      case DataType.Decimal _ -> 7;
      case DataType.Date _ -> 8;
      case DataType.Time _ -> 9;
      case DataType.Timestamp _ -> 10;
      case DataType.List _ -> 12;
      case DataType.Struct _ -> 13;
      case DataType.FixedSizeBinary _ -> 15;
      case DataType.Map _ -> 17;
      case DataType.BinaryView _ -> 23;
      case DataType.Utf8View _ -> 24;
      case DataType.Dictionary _ -> throw new IllegalArgumentException("dictionary of " + type);
    };
  }

  private int type(DataType type) {
    return switch (type) {
      case DataType.Int(int bits, boolean signed) ->
          out.table().int32(0, bits).bool(1, signed).end();
      case DataType.FloatingPoint(int bits) ->
          out.table().int16(0, Integer.numberOfTrailingZeros(bits) - 4).end();
      case DataType.Decimal(int precision, int scale, int bits) ->
          out.table().int32(0, precision).int32(1, scale).int32(2, bits).end();
      case DataType.FixedSizeBinary(int width) -> out.table().int32(0, width).end();
      case DataType.Date _ -> out.table().int16(0, 0).end();
      case DataType.Time(TimeUnit unit) ->
          out.table().int16(0, unit.ordinal()).int32(1, FixedWidths.of(type) * Byte.SIZE).end();
      case DataType.Timestamp(TimeUnit unit, String zone) -> {
        int name = zone == null ? 0 : out.string(zone);
        FlatBuilder.Table table = out.table().int16(0, unit.ordinal());
        yield (zone == null ? table : table.reference(1, name)).end();
      }
      case DataType.Map _ -> out.table().bool(0, false).end();
      default -> out.table().end();
    };
  }
}
