package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrBipartite;

/// The two sides of a graph, or an odd cycle that rules them out.
public final class BipartiteResult extends GraphResult {
  private final IntVector values;
  private final CsrBipartite.Result summary;

  BipartiteResult(
      Region region, RunInfo info, CsrBipartite.Args filled, CsrBipartite.Result summary) {
    super(region, info);
    long n = filled.graph().vertices();
    long length = summary.cycleLength() > 0 ? summary.cycleLength() : n;
    this.values = new IntVector(filled.sides().asSlice(0, length * JAVA_INT.byteSize()));
    this.summary = summary;
  }

  /// Whether there are two sides.
  public boolean isBipartite() {
    return summary.cycleLength() == 0;
  }

  /// The side of each vertex, 0 or 1.
  ///
  /// @throws IllegalStateException when there are no sides
  public IntVector sides() {
    if (!isBipartite()) {
      throw new IllegalStateException("the graph has an odd cycle, and so no two sides");
    }
    return values;
  }

  /// Vertices of side 1, when there are sides.
  public long second() {
    return summary.second();
  }

  /// A cycle of an odd number of edges, whatever their direction: they join each vertex and the
  /// next, the last and the first. Empty when there are sides. Which one: in the component of the
  /// smallest vertex that has one, seen from its smallest vertex, the edge between two vertices
  /// equally far away, as near and then as small as can be, and the ways by smallest ids from both
  /// up to where they meet.
  public int[] oddCycle() {
    return isBipartite() ? new int[0] : values.toArray();
  }

  /// The side of each vertex, or the vertices of the cycle.
  @Override
  public ResultTable table() {
    return isBipartite()
        ? ResultTable.perVertex(ResultColumn.of("side", values))
        : ResultTable.of(ResultColumn.vertices("odd_cycle", values));
  }
}
