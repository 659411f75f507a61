package dev.gatun.csv;

import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A text, its dialect, and the columns that were in mind when it was made.
record CsvText(String text, CsvDialect dialect, List<Field> fields) {

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Schema schema() {
    return new Schema(fields, Map.of());
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("<");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\0' -> out.append("\\0");
        default -> out.append(c);
      }
    }
    return out.append("> ")
        .append(show("delimiter", dialect.delimiter()))
        .append(show("quote", dialect.quote()))
        .append(show("escape", dialect.escape()))
        .append(show("comment", dialect.comment()))
        .append("skip ")
        .append(dialect.skipLines())
        .append(", header ")
        .append(dialect.header())
        .append(", ragged ")
        .append(dialect.ragged())
        .append(dialect.skipEmptyLines() ? "" : ", empty lines")
        .append(dialect.strayQuotes() ? "" : ", strict")
        .append(dialect.trim() ? ", trim" : "")
        .append(dialect.mergeDelimiters() ? ", merge" : "")
        .append(fields.isEmpty() ? "" : " " + fields.stream().map(Field::type).toList())
        .toString();
  }

  private static String show(String name, char value) {
    return name + " " + (value < ' ' ? "U+" + (int) value : String.valueOf(value)) + ", ";
  }
}
