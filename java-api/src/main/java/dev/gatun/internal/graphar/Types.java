package dev.gatun.internal.graphar;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Data types by the names that information files have for them.
final class Types {
  private static final Map<String, DataType> NAMES =
      Map.of(
          "bool", new DataType.Bool(),
          "int32", new DataType.Int(Integer.SIZE, true),
          "int64", new DataType.Int(Long.SIZE, true),
          "float", new DataType.FloatingPoint(Float.SIZE),
          "double", new DataType.FloatingPoint(Double.SIZE),
          "string", new DataType.Utf8(),
          "date", new DataType.Date(),
          "timestamp", new DataType.Timestamp(TimeUnit.MILLISECOND, null),
          "time", new DataType.Time(TimeUnit.MILLISECOND));

  private Types() {}

  /// The field of a property.
  static Field field(String name, Yaml dataType, boolean list, boolean nullable) {
    String text = dataType.text();
    boolean named = text.startsWith("list<") && text.endsWith(">");
    DataType element = NAMES.get(named ? text.substring(5, text.length() - 1) : text);
    if (element == null) {
      throw dataType.expected(
          "bool, int32, int64, float, double, string, date, timestamp, time or a list<> of them");
    }
    return named || list
        ? new Field(
            name,
            new DataType.List(),
            nullable,
            List.of(new Field("element", element, true)),
            Map.of())
        : new Field(name, element, nullable);
  }

  /// The integer in a row of a column of any of them.
  static long integer(ArrayData column, int row) {
    MemorySegment values = Objects.requireNonNull(column.values(), "values");
    return column.field().type() instanceof DataType.Int(int bits, _) && bits == Integer.SIZE
        ? values.getAtIndex(ValueLayout.JAVA_INT, row)
        : values.getAtIndex(ValueLayout.JAVA_LONG, row);
  }

  /// Whether a data file may have `found` for a property of the type `expected`: timestamps of any
  /// unit, with a time zone or without, times of any unit, and, as some writers have it, int32 for
  /// int64.
  static boolean fits(Field expected, Field found) {
    return switch (expected.type()) {
      case DataType.Int(int bits, _) when bits == Long.SIZE ->
          found.type() instanceof DataType.Int(int other, boolean signed)
              && signed
              && other >= Integer.SIZE;
      case DataType.Timestamp _ -> found.type() instanceof DataType.Timestamp;
      case DataType.Time _ -> found.type() instanceof DataType.Time;
      case DataType.List _ ->
          found.type() instanceof DataType.List
              && fits(expected.children().getFirst(), found.children().getFirst());
      default -> expected.type().equals(found.type());
    };
  }
}
