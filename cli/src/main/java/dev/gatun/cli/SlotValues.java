package dev.gatun.cli;

import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.ListColumn;
import dev.gatun.arrow.LongColumn;
import dev.gatun.arrow.MapColumn;
import dev.gatun.arrow.StructColumn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Single values of columns, for printing.
final class SlotValues {
  private SlotValues() {}

  /// What [Json] and [Values] take: lists for lists, maps for structs, and for maps as long
  /// as no key repeats, otherwise the list of their entries; what has no calendar date or time of
  /// day as its number.
  static @Nullable Object of(Column column, int slot) {
    if (column.isNull(slot)) {
      return null;
    }
    return switch (column) {
      case StructColumn struct -> struct(struct.children(), slot);
      case MapColumn map -> map(map, slot);
      case ListColumn list -> {
        List<@Nullable Object> values = new ArrayList<>(list.size(slot));
        for (int i = list.start(slot); i < list.start(slot + 1); i++) {
          values.add(of(list.elements(), i));
        }
        yield values;
      }
      default -> leaf(column, slot);
    };
  }

  private static Map<String, @Nullable Object> struct(List<Column> fields, int slot) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field.field().name(), of(field, slot)));
    return values;
  }

  private static Object map(MapColumn map, int slot) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = map.start(slot); i < map.start(slot + 1); i++) {
      values.put(String.valueOf(Values.json(of(map.keys(), i))), of(map.values(), i));
    }
    if (values.size() == map.size(slot)) {
      return values;
    }
    List<Object> entries = new ArrayList<>(map.size(slot));
    for (int i = map.start(slot); i < map.start(slot + 1); i++) {
      entries.add(struct(List.of(map.keys(), map.values()), i));
    }
    return entries;
  }

  private static @Nullable Object leaf(Column column, int slot) {
    return switch (column.field().type()) {
      case DataType.Timestamp(var unit, String zone) when column instanceof LongColumn longs ->
          EpochTimes.timestamp(longs.get(slot), unit, zone != null);
      case DataType.Time(var unit) ->
          EpochTimes.time(
              column instanceof LongColumn longs ? longs.get(slot) : column.asInts().get(slot),
              unit);
      case DataType.FixedSizeBinary _ when isUuid(column.field()) ->
          column.asFixedSizeBinary().uuid(slot);
      default -> column.object(slot);
    };
  }

  static boolean isUuid(Field field) {
    return "arrow.uuid".equals(field.metadata().get("ARROW:extension:name"))
        && field.type() instanceof DataType.FixedSizeBinary(int width)
        && width == 2 * Long.BYTES;
  }

  static UUID uuid(byte[] bytes) {
    ByteBuffer words = ByteBuffer.wrap(bytes);
    return new UUID(words.getLong(), words.getLong());
  }
}
