package dev.gatun.internal.export;

import dev.gatun.arrow.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Properties as the lines of a label.
final class Labels {
  private Labels() {}

  /// The id, then a line for each property that is not null.
  static String vertex(
      List<Field> fields,
      List<@Nullable String> values,
      UnaryOperator<String> escape,
      String lineEnd) {
    List<String> lines = new ArrayList<>();
    lines.add(escape.apply(String.valueOf(values.getFirst())));
    addProperties(fields, values, 1, escape, lines);
    return String.join(lineEnd, lines);
  }

  /// A line for each property that is not null; only the value if there is one property.
  static String edge(
      List<Field> fields,
      List<@Nullable String> values,
      UnaryOperator<String> escape,
      String lineEnd) {
    if (values.size() == 1) {
      String only = values.getFirst();
      return only == null ? "" : escape.apply(only);
    }
    List<String> lines = new ArrayList<>();
    addProperties(fields, values, 0, escape, lines);
    return String.join(lineEnd, lines);
  }

  private static void addProperties(
      List<Field> fields,
      List<@Nullable String> values,
      int first,
      UnaryOperator<String> escape,
      List<String> lines) {
    for (int i = first; i < values.size(); i++) {
      String value = values.get(i);
      if (value != null) {
        lines.add(escape.apply(fields.get(i).name() + ": " + value));
      }
    }
  }
}
