package dev.gatun.graph;

import java.util.Arrays;
import java.util.List;

/// A result as a table, for writing it out or joining it to other data. Lives as long as the
/// result.
///
/// @param perVertex whether row v is about vertex v; the vertex itself is no column then
/// @param rows number of rows
/// @param columns of `rows` values each
public record ResultTable(boolean perVertex, int rows, List<ResultColumn> columns) {
  /// Checks and copies the columns.
  ///
  /// @throws IllegalArgumentException when one has another length
  public ResultTable {
    columns = List.copyOf(columns);
    for (ResultColumn column : columns) {
      if (column.values().size() != rows) {
        throw new IllegalArgumentException(
            "column " + column.name() + " has " + column.values().size() + " rows, not " + rows);
      }
    }
  }

  /// A row per vertex.
  static ResultTable perVertex(ResultColumn... columns) {
    return new ResultTable(true, columns[0].values().size(), Arrays.asList(columns));
  }

  /// Rows about something else: edges, pairs, places in an order.
  static ResultTable of(ResultColumn... columns) {
    return new ResultTable(false, columns[0].values().size(), Arrays.asList(columns));
  }
}
