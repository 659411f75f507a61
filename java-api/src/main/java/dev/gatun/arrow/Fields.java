package dev.gatun.arrow;

import java.util.List;
import java.util.stream.Collectors;

/// Fields by name, and types as text.
final class Fields {
  private Fields() {}

  /// The place of the first field of that name.
  ///
  /// @throws IllegalArgumentException when there is none
  static int index(List<Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no column \"%s\"; there are %s"
            .formatted(name, fields.stream().map(Field::name).collect(Collectors.joining(", "))));
  }

  /// A type as people who use Arrow write it, such as `timestamp[us, UTC]` or `list<int32>`.
  static String typeName(Field field) {
    return switch (field.type()) {
      case DataType.Null() -> "null";
      case DataType.Bool() -> "bool";
      case DataType.Int(int bits, boolean signed) -> (signed ? "int" : "uint") + bits;
      case DataType.FloatingPoint(int bits) -> "float" + bits;
      case DataType.Decimal(int precision, int scale, int bits) ->
          "decimal%d(%d, %d)".formatted(bits, precision, scale);
      case DataType.Utf8() -> "utf8";
      case DataType.Binary() -> "binary";
      case DataType.Utf8View() -> "utf8_view";
      case DataType.BinaryView() -> "binary_view";
      case DataType.FixedSizeBinary(int width) -> "fixed_size_binary[" + width + "]";
      case DataType.Date() -> "date32";
      case DataType.Time(TimeUnit unit) ->
          (is32(unit) ? "time32[" : "time64[") + symbol(unit) + "]";
      case DataType.Timestamp(TimeUnit unit, String zone) ->
          "timestamp[" + symbol(unit) + (zone == null ? "]" : ", " + zone + "]");
      case DataType.Struct() -> "struct<" + children(field) + ">";
      case DataType.List() -> "list<" + children(field) + ">";
      case DataType.Map() -> "map<" + children(field) + ">";
      case DataType.Dictionary(DataType values) ->
          "dictionary<" + typeName(new Field(field.name(), values, true)) + ">";
    };
  }

  private static String children(Field field) {
    return field.children().stream()
        .map(child -> child.name() + ": " + typeName(child))
        .collect(Collectors.joining(", "));
  }

  /// Whether times of that unit are stored in 32 bits.
  static boolean is32(TimeUnit unit) {
    return unit == TimeUnit.SECOND || unit == TimeUnit.MILLISECOND;
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
