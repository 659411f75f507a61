package dev.gatun.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows under column names: aligned text for people (columns of numbers to the right), a list of
/// objects in JSON.
final class Table {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /// @param key name in JSON
  /// @param title name for people
  record Column(String key, String title) {}

  /// Columns by their JSON names; people read them with spaces for underscores.
  Table(String... keys) {
    this(Arrays.stream(keys).map(key -> new Column(key, key.replace('_', ' '))).toList());
  }

  Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /// Adds a row: a value per column, null where there is none.
  void add(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
    }
    rows.add(cells);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The rows as JSON objects.
  List<Map<String, @Nullable Object>> json() {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      for (int c = 0; c < row.length; c++) {
        object.put(columns.get(c).key(), row[c]);
      }
      objects.add(object);
    }
    return objects;
  }

  /// Characters of the longest line that [#print] prints.
  int width() {
    int[] widths = widths(lines());
    return Arrays.stream(widths).sum() + GAP.length() * Math.max(0, widths.length - 1);
  }

  /// Prints title line and rows.
  void print(PrintWriter out) {
    List<String[]> lines = lines();
    int[] widths = widths(lines);
    boolean[] right = new boolean[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      int column = c;
      right[c] = rows.stream().allMatch(row -> isNumber(row[column]));
    }
    for (String[] line : lines) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < line.length; c++) {
        String padding = " ".repeat(widths[c] - width(line[c]));
        text.append(c == 0 ? "" : GAP);
        text.append(right[c] ? padding + line[c] : line[c] + padding);
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private List<String[]> lines() {
    List<String[]> lines = new ArrayList<>();
    lines.add(
        columns.stream().map(column -> Units.printable(column.title())).toArray(String[]::new));
    rows.forEach(row -> lines.add(Arrays.stream(row).map(Table::text).toArray(String[]::new)));
    return lines;
  }

  private int[] widths(List<String[]> lines) {
    int[] widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      int column = c;
      widths[c] = lines.stream().mapToInt(line -> width(line[column])).max().orElse(0);
    }
    return widths;
  }

  private static boolean isNumber(@Nullable Object cell) {
    return cell == null || cell instanceof Number || (cell instanceof VertexId id && id.isNumber());
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "-";
      case Boolean flag -> flag ? "yes" : "no";
      case Double number -> Units.number(number);
      case BigDecimal number -> number.toPlainString();
      case Number number -> Units.count(number.longValue());
      default -> Units.printable(cell.toString());
    };
  }
}
