package dev.gatun.graph;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Column;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.graphio.IdMapper;
import java.util.List;

/// Numbers the vertices of a frame, and finds those that its edges connect.
final class FrameIndex {
  private final IdMapper mapper;
  private final Execution execution;

  private FrameIndex(IdMapper mapper, Execution execution) {
    this.mapper = mapper;
    this.execution = execution;
  }

  /// A frame whose vertices are those of its edges.
  ///
  /// @param edges which the frame shares
  static GraphFrame frame(ColumnTable edges, FrameColumns columns, Execution execution) {
    int source = edges.place(columns.source(), FrameColumns.EDGES);
    FrameIndex index = of(edges, source, FrameColumns.EDGES, execution);
    FrameEnds ends = index.ends(edges, columns, true);
    VertexIds ids = EdgeListReader.ids(index.mapper.ids());
    ColumnTable vertices = FrameVertices.of(ids, columns.id(), execution);
    return new GraphFrame(columns, vertices, edges.share(), ids, ends, ends.keep(execution));
  }

  /// A frame with vertices of its own.
  ///
  /// @param vertices which the frame shares
  /// @param edges which the frame shares
  static GraphFrame frame(
      ColumnTable vertices,
      ColumnTable edges,
      FrameColumns columns,
      UnknownVertices unknown,
      Execution execution) {
    int place = vertices.place(columns.id(), FrameColumns.VERTICES);
    FrameIndex index = of(vertices, place, FrameColumns.VERTICES, execution);
    index.number(vertices, place);
    FrameEnds ends = index.ends(edges, columns, unknown == UnknownVertices.ADD);
    VertexIds ids = EdgeListReader.ids(index.mapper.ids());
    ColumnTable all =
        ids.size() == vertices.rows()
            ? vertices.share()
            : FrameVertices.append(vertices, ids, place, execution);
    return new GraphFrame(columns, all, edges.share(), ids, ends, ends.keep(execution));
  }

  /// The ids of vertices that are known to have some.
  static VertexIds ids(ColumnTable vertices, FrameColumns columns, Execution execution) {
    int place = vertices.place(columns.id(), FrameColumns.VERTICES);
    FrameIndex index = of(vertices, place, FrameColumns.VERTICES, execution);
    index.number(vertices, place);
    return EdgeListReader.ids(index.mapper.ids());
  }

  private static FrameIndex of(ColumnTable table, int place, String what, Execution execution) {
    return new FrameIndex(
        IdMapper.of(table.schema().fields().get(place), what, () -> execution.checkpoint(0, 0)),
        execution);
  }

  /// Numbers vertices in the order of their rows.
  ///
  /// @throws IllegalArgumentException when an id is null or there twice
  private void number(ColumnTable vertices, int place) {
    int next = 0;
    try (BatchReader reader = vertices.reader(place)) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        Column ids = batch.column(0);
        int[] numbers = new int[ids.length()];
        mapper.map(List.of(ids), true, numbers);
        for (int row = 0; row < numbers.length; row++, next++) {
          if (numbers[row] != next) {
            throw new IllegalArgumentException(
                "vertices: column \"%s\" %s in row %d"
                    .formatted(
                        ids.field().name(),
                        numbers[row] == IdMapper.NULL
                            ? "is null"
                            : "has \"%s\" of row %d again".formatted(ids.object(row), numbers[row]),
                        next));
          }
        }
        execution.checkpoint(next, vertices.rows());
      }
    }
  }

  /// The vertices that edges connect.
  ///
  /// @param add whether unknown vertices get the next numbers
  /// @throws IllegalArgumentException when an id is null, or unknown and may not be
  private FrameEnds ends(ColumnTable edges, FrameColumns columns, boolean add) {
    int source = edges.place(columns.source(), FrameColumns.EDGES);
    int target = edges.place(columns.target(), FrameColumns.EDGES);
    mapper.check(edges.schema().fields().get(source), FrameColumns.EDGES);
    mapper.check(edges.schema().fields().get(target), FrameColumns.EDGES);
    Region region = execution.resultRegion();
    FrameEnds ends = FrameEnds.of(edges.rows(), region);
    long at = 0;
    try (BatchReader reader = edges.reader(source, target)) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        int[] pairs = new int[2 * batch.rowCount()];
        mapper.map(batch.columns(), add, pairs);
        for (int row = 0; row < batch.rowCount(); row++, at++) {
          if ((pairs[2 * row] | pairs[2 * row + 1]) < 0) {
            throw wrong(batch.column(pairs[2 * row] < 0 ? 0 : 1), row, at);
          }
          ends.set(at, pairs[2 * row], pairs[2 * row + 1]);
        }
        execution.checkpoint(at, edges.rows());
      }
    }
    return ends;
  }

  private static IllegalArgumentException wrong(Column column, int row, long edge) {
    return new IllegalArgumentException(
        "edges: column \"%s\" %s in row %d"
            .formatted(
                column.field().name(),
                column.isNull(row)
                    ? "is null"
                    : "has \"%s\", which is not among the vertices,".formatted(column.object(row)),
                edge));
  }
}
