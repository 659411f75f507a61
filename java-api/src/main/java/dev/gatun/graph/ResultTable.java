package dev.gatun.graph;

import dev.gatun.arrow.BatchReader;
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

  /// The rows as batches, for writing them out or joining them to other data: first the column
  /// `vertex` when each row is about one, then the result's. Vertices are called what they are
  /// called outside, in int64 columns when these are numbers, else in utf8 columns; where there is
  /// no vertex or no distance, there is null.
  ///
  /// Rows are copied when they are asked for, which the result must live for.
  ///
  /// @param ids of the graph that the result is about
  /// @throws IllegalArgumentException when there are not as many ids as vertices
  public BatchReader batches(VertexIds ids) {
    if (perVertex && ids.size() != rows) {
      throw new IllegalArgumentException(
          "the result is about " + rows + " vertices, the ids about " + ids.size());
    }
    return ResultBatches.of(this, ids);
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
