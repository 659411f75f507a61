package dev.gatun.cli;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.TimeUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Arrow types in a word. Those of parts are not in it: they have lines of their own.
final class ArrowTypes {
  private static final Pattern NAME =
      Pattern.compile("(utf8|[a-z]+)(8|16|32|64)?(?:\\([^()]*\\)|\\[[^\\[\\]]*\\])?");

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

  /// The type of such a name, of which there are more for some: `double`, `string`, `dictionary`.
  ///
  /// @throws IllegalArgumentException when there is none
  static DataType parse(String name) {
    Matcher parts = NAME.matcher(name.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw unknown(name);
    }
    String arguments = name.strip().replaceAll("^[^(\\[]*[(\\[]?|[)\\]]$", "");
    List<String> words = Arrays.stream(arguments.split(",")).map(String::strip).toList();
    String bits = Objects.requireNonNullElse(parts.group(2), "");
    return switch (parts.group(1)) {
      case "bool", "boolean" -> new DataType.Bool();
      case "int" -> new DataType.Int(bits.isEmpty() ? 32 : Integer.parseInt(bits), true);
      case "uint" -> new DataType.Int(bits.isEmpty() ? 32 : Integer.parseInt(bits), false);
      case "float" -> new DataType.FloatingPoint(bits.isEmpty() ? 32 : Integer.parseInt(bits));
      case "double" -> new DataType.FloatingPoint(64);
      case "decimal" -> decimal(name, words);
      case "string", "utf8" -> new DataType.Utf8();
      case "dictionary" -> new DataType.Dictionary(new DataType.Utf8());
      case "date" -> new DataType.Date();
      case "time" -> new DataType.Time(unit(name, words.getFirst()));
      case "timestamp" ->
          new DataType.Timestamp(
              unit(name, words.getFirst()), words.size() > 1 ? words.get(1) : null);
      default -> throw unknown(name);
    };
  }

  private static DataType decimal(String name, List<String> words) {
    try {
      int scale = words.size() > 1 ? Integer.parseInt(words.get(1)) : 0;
      return new DataType.Decimal(Integer.parseInt(words.getFirst()), scale, 128);
    } catch (NumberFormatException _) {
      throw unknown(name);
    }
  }

  /// Microseconds when nothing is said.
  private static TimeUnit unit(String name, String symbol) {
    if (symbol.isEmpty()) {
      return TimeUnit.MICROSECOND;
    }
    return Arrays.stream(TimeUnit.values())
        .filter(unit -> symbol(unit).equalsIgnoreCase(symbol))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException("there is no type '" + name + "'");
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
