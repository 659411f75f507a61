package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;

/// Edges of each vertex.
public final class DegreesResult extends GraphResult {
  private final boolean directed;
  private final IntVector out;
  private final IntVector in;

  /// @param in the same as `out` when undirected
  DegreesResult(
      Region region, RunInfo info, boolean directed, MemorySegment out, MemorySegment in) {
    super(region, info);
    this.directed = directed;
    this.out = new IntVector(out);
    this.in = new IntVector(in);
  }

  /// Edges out of each vertex; all edges at it when undirected.
  public IntVector out() {
    return out;
  }

  /// Edges into each vertex; all edges at it when undirected.
  public IntVector in() {
    return in;
  }

  /// Edges at a vertex, whatever their direction.
  public int degree(int vertex) {
    return directed ? out.get(vertex) + in.get(vertex) : out.get(vertex);
  }

  @Override
  public ResultTable table() {
    return directed
        ? ResultTable.perVertex(
            ResultColumn.of("out_degree", out), ResultColumn.of("in_degree", in))
        : ResultTable.perVertex(ResultColumn.of("degree", out));
  }
}
