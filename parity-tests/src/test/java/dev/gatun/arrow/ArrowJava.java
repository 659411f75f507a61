package dev.gatun.arrow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.util.Text;

/// What arrow-java imported, in the form of [Column#object]: arrow-java has raw numbers for some
/// types, and its own classes for others.
final class ArrowJava {
  private final DictionaryProvider dictionaries;

  ArrowJava(DictionaryProvider dictionaries) {
    this.dictionaries = dictionaries;
  }

  List<Object> values(Field field, FieldVector vector) {
    if (vector.getField().getDictionary() != null) {
      var dictionary = dictionaries.lookup(vector.getField().getDictionary().getId());
      try (ValueVector decoded = DictionaryEncoder.decode(vector, dictionary)) {
        return objects(new Field(field.name(), new DataType.Utf8(), true), decoded);
      }
    }
    return objects(field, vector);
  }

  private static List<Object> objects(Field field, ValueVector vector) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < vector.getValueCount(); i++) {
      values.add(object(field, vector.getObject(i)));
    }
    return values;
  }

  private static Object object(Field field, Object value) {
    if (value == null) {
      return null;
    }
    return switch (field.type()) {
      case DataType.Int(int bits, boolean signed) when !signed -> unsigned(bits, value);
      case DataType.FloatingPoint(int bits) when bits == 16 -> Float.float16ToFloat((Short) value);
      case DataType.Utf8 _, DataType.Utf8View _ -> ((Text) value).toString();
      case DataType.Date _ -> LocalDate.ofEpochDay((Integer) value);
      case DataType.Time(TimeUnit unit) -> time(unit, value);
      case DataType.Timestamp(TimeUnit unit, String zone) when zone != null ->
          Instant.EPOCH.plus((Long) value, unit(unit));
      case DataType.Struct _ -> struct(field, (Map<?, ?>) value);
      case DataType.List _ -> list(field.children().getFirst(), (List<?>) value);
      case DataType.Map _ -> map(field.children().getFirst(), (List<?>) value);
      default -> value;
    };
  }

  private static Object unsigned(int bits, Object value) {
    return switch (bits) {
      case 8 -> (short) ((Byte) value & 0xFF);
      case 16 -> (int) (Character) value;
      case 32 -> Integer.toUnsignedLong((Integer) value);
      default -> new java.math.BigInteger(Long.toUnsignedString((Long) value));
    };
  }

  private static LocalTime time(TimeUnit unit, Object value) {
    return value instanceof LocalDateTime time
        ? time.toLocalTime()
        : LocalTime.MIDNIGHT.plus(((Number) value).longValue(), unit(unit));
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> ChronoUnit.SECONDS;
      case MILLISECOND -> ChronoUnit.MILLIS;
      case MICROSECOND -> ChronoUnit.MICROS;
      case NANOSECOND -> ChronoUnit.NANOS;
    };
  }

  /// arrow-java leaves null fields out.
  private static Map<String, Object> struct(Field field, Map<?, ?> value) {
    Map<String, Object> struct = new LinkedHashMap<>();
    for (Field child : field.children()) {
      struct.put(child.name(), object(child, value.get(child.name())));
    }
    return struct;
  }

  private static List<Object> list(Field element, List<?> values) {
    List<Object> list = new ArrayList<>();
    values.forEach(value -> list.add(object(element, value)));
    return list;
  }

  private static Map<Object, Object> map(Field entries, List<?> values) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object entry : values) {
      Map<String, Object> struct = struct(entries, (Map<?, ?>) entry);
      map.put(
          struct.get(entries.children().get(0).name()),
          struct.get(entries.children().get(1).name()));
    }
    return map;
  }
}
