package dev.gatun.graph;

import dev.gatun.internal.arrow.ColumnTable;
import org.jspecify.annotations.Nullable;

/// What the columns of a frame are called that make the graph, and how they do.
record FrameColumns(
    String id,
    String source,
    String target,
    @Nullable String weight,
    boolean directed,
    boolean keepSelfLoops,
    Duplicates duplicates) {
  static final String VERTICES = "vertices";
  static final String EDGES = "edges";

  /// @throws IllegalArgumentException when a column is not there or cannot be what it should
  void checkEdges(ColumnTable edges) {
    edges.place(source, EDGES);
    edges.place(target, EDGES);
    if (weight != null) {
      FrameWeights.type(edges.schema().fields().get(edges.place(weight, EDGES)));
    }
  }
}
