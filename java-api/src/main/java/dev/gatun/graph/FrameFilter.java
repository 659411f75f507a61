package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.RunOptions;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Row;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.arrow.TableFilter;
import dev.gatun.internal.arrow.TableFilter.Kept;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.parquet.filter.TablePredicate;
import dev.gatun.parquet.Predicate;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/// Frames with some of the rows of a frame.
final class FrameFilter {
  private final GraphFrame frame;

  FrameFilter(GraphFrame frame) {
    this.frame = frame;
  }

  /// Finds the rows of a table that pass.
  @FunctionalInterface
  interface Rows {
    /// @return for each part; bitmaps in the scratch memory of the call
    List<Kept> select(ColumnTable table, Execution execution);
  }

  static Rows rows(Predicate predicate) {
    return (table, execution) ->
        TablePredicate.select(table, predicate, execution, execution.scratch());
  }

  static Rows rows(java.util.function.Predicate<Row> test) {
    return (table, execution) -> {
      List<Kept> kept = new ArrayList<>();
      try (BatchReader reader = table.reader()) {
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          Bits bits = new Bits(batch.rowCount(), execution.scratch());
          for (Row row : batch.rows()) {
            if (test.test(row)) {
              bits.set(row.index());
            }
          }
          kept.add(bits.kept());
          execution.checkpoint(kept.size(), table.parts().size());
        }
      }
      return kept;
    };
  }

  /// One bit a row.
  private static final class Bits {
    private final MemorySegment bits;
    private int ones;

    Bits(int rows, Region region) {
      bits = region.allocateZeroed((rows + 7L) / 8);
    }

    void set(int row) {
      bits.set(JAVA_BYTE, row >>> 3, (byte) (bits.get(JAVA_BYTE, row >>> 3) | 1 << (row & 7)));
      ones++;
    }

    Kept kept() {
      return new Kept(bits, ones);
    }
  }

  /// Without the edges that do not pass.
  GraphFrame edges(Rows rows) {
    try (Execution execution = Execution.begin("filtering edges", RunOptions.defaults())) {
      ColumnTable table = frame.edgeTable();
      List<Kept> kept = rows.select(table, execution);
      FrameEnds ends = ends(kept, table, execution);
      return frame(
          frame.vertexTable().share(),
          TableFilter.select(table, kept, execution),
          frame.ids(),
          ends,
          execution);
    }
  }

  private GraphFrame frame(
      ColumnTable vertices, ColumnTable edges, VertexIds ids, FrameEnds ends, Execution execution) {
    return execution.completed(
        new GraphFrame(frame.columns(), vertices, edges, ids, ends, ends.keep(execution)));
  }

  /// Of the edges that are kept.
  private FrameEnds ends(List<Kept> kept, ColumnTable table, Execution execution) {
    long count = kept.stream().mapToLong(Kept::kept).sum();
    FrameEnds ends = FrameEnds.of(count, execution.resultRegion());
    long from = 0;
    long to = 0;
    for (int i = 0; i < kept.size(); i++) {
      int rows = table.parts().get(i).rows();
      for (int row = 0; row < rows; row++, from++) {
        if (kept.get(i).has(row)) {
          ends.set(to++, frame.ends().source(from), frame.ends().target(from));
        }
      }
      execution.checkpoint(from, table.rows());
    }
    return ends;
  }

  /// Without the vertices that do not pass, and their edges.
  GraphFrame vertices(Rows rows) {
    try (Execution execution = Execution.begin("filtering vertices", RunOptions.defaults())) {
      ColumnTable table = frame.vertexTable();
      List<Kept> kept = rows.select(table, execution);
      int[] numbers = numbers(kept, table);
      FrameEnds before = frame.ends();
      List<Kept> keptEdges =
          rows(
              edge -> numbers[before.source(edge)] >= 0 && numbers[before.target(edge)] >= 0,
              frame.edgeTable(),
              execution);
      FrameEnds ends = ends(keptEdges, frame.edgeTable(), execution);
      ends.renumber(numbers);
      ColumnTable vertices = TableFilter.select(table, kept, execution);
      ColumnTable edges = null;
      try {
        edges = TableFilter.select(frame.edgeTable(), keptEdges, execution);
        VertexIds ids = FrameIndex.ids(vertices, frame.columns(), execution);
        return frame(vertices.share(), edges.share(), ids, ends, execution);
      } finally {
        vertices.close();
        if (edges != null) {
          edges.close();
        }
      }
    }
  }

  /// New numbers of vertices, -1 for those that are not kept.
  private static int[] numbers(List<Kept> kept, ColumnTable table) {
    int[] numbers = new int[Math.toIntExact(table.rows())];
    Arrays.fill(numbers, -1);
    int vertex = 0;
    int next = 0;
    for (int i = 0; i < kept.size(); i++) {
      for (int row = 0; row < table.parts().get(i).rows(); row++, vertex++) {
        if (kept.get(i).has(row)) {
          numbers[vertex] = next++;
        }
      }
    }
    return numbers;
  }

  private static List<Kept> rows(LongPredicate test, ColumnTable table, Execution execution) {
    List<Kept> kept = new ArrayList<>();
    long at = 0;
    for (Part part : table.parts()) {
      Bits bits = new Bits(part.rows(), execution.scratch());
      for (int row = 0; row < part.rows(); row++, at++) {
        if (test.test(at)) {
          bits.set(row);
        }
      }
      kept.add(bits.kept());
      execution.checkpoint(at, table.rows());
    }
    return kept;
  }
}
