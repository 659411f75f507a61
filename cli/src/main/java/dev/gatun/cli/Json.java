package dev.gatun.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON: maps, lists, strings, numbers, booleans, null and [VertexId]s. Whole numbers
/// beyond 2^53, which many readers would round, become strings; NaN and infinities, which JSON
/// lacks, become null.
final class Json {
  private static final long LARGEST_EXACT = 1L << 53;

  private Json() {}

  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> appendMap(out, map);
      case List<?> list -> appendList(out, list);
      case Boolean flag -> out.append(flag.booleanValue());
      case VertexId id -> append(out, id.value());
      case Double number when !Double.isFinite(number) -> out.append("null");
      case Long number when number > LARGEST_EXACT || number < -LARGEST_EXACT ->
          appendString(out, number.toString());
      case Number number -> out.append(number);
      default -> appendString(out, value.toString());
    }
  }

  private static void appendMap(StringBuilder out, Map<?, ?> map) {
    String before = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(before);
      appendString(out, String.valueOf(entry.getKey()));
      out.append(": ");
      append(out, entry.getValue());
      before = ", ";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private static void appendList(StringBuilder out, List<?> list) {
    String before = "[";
    for (Object element : list) {
      out.append(before);
      append(out, element);
      before = ", ";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void appendString(StringBuilder out, String text) {
    out.append('"');
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < 0x20 || Character.isSurrogate((char) c)) {
                // Surrogates are escaped so that an unpaired one still gives valid UTF-8.
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    out.append('"');
  }
}
