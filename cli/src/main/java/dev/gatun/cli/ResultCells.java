package dev.gatun.cli;

import dev.gatun.graph.DoubleVector;
import dev.gatun.graph.IntVector;
import dev.gatun.graph.LongVector;
import dev.gatun.graph.ResultColumn;
import dev.gatun.graph.ResultTable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of a result as `--out` has them: vertices by their names, nothing where there is none.
final class ResultCells implements VertexCsv.Cells {
  private final LoadedGraph graph;
  private final ResultTable table;

  ResultCells(LoadedGraph graph, ResultTable table) {
    this.graph = graph;
    this.table = table;
  }

  /// Names of the columns.
  String header() {
    Stream<String> names = table.columns().stream().map(ResultColumn::name);
    Stream<String> vertex = table.perVertex() ? Stream.of("vertex") : Stream.of();
    return Stream.concat(vertex, names).collect(Collectors.joining(","));
  }

  @Override
  public void append(int row, StringBuilder line) {
    if (table.perVertex()) {
      VertexCsv.appendId(graph, row, line);
    }
    for (int i = 0; i < table.columns().size(); i++) {
      if (i > 0 || table.perVertex()) {
        line.append(',');
      }
      ResultColumn column = table.columns().get(i);
      if (!column.isNull(row)) {
        append(column, row, line);
      }
    }
  }

  private void append(ResultColumn column, int row, StringBuilder line) {
    switch (column.values()) {
      case IntVector vertices when column.kind() == ResultColumn.Kind.VERTEX ->
          VertexCsv.appendId(graph, vertices.get(row), line);
      case IntVector ints -> line.append(ints.get(row));
      case LongVector longs -> line.append(longs.get(row));
      case DoubleVector doubles -> line.append(doubles.get(row));
    }
  }
}
