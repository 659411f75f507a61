package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrBfs;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Distances in edges, and the search tree.
public final class BfsResult extends GraphResult {
  private final IntVector distances;
  private final @Nullable IntVector parents;
  private final CsrBfs.Result summary;

  BfsResult(
      Region region,
      RunInfo info,
      MemorySegment distances,
      @Nullable MemorySegment parents,
      CsrBfs.Result summary) {
    super(region, info);
    this.distances = new IntVector(distances);
    this.parents = parents == null ? null : new IntVector(parents);
    this.summary = summary;
  }

  /// Edges from the nearest source to each vertex, -1 where unreached.
  public IntVector distances() {
    return distances;
  }

  /// Edges from the nearest source, -1 when unreached.
  public int distance(int vertex) {
    return distances.get(vertex);
  }

  /// The vertex before each one on a shortest path, -1 for sources and unreached ones.
  ///
  /// @throws IllegalStateException when the search was run with [Parents#NONE]
  public IntVector parents() {
    if (parents == null) {
      throw new IllegalStateException("the search was run without parents");
    }
    return parents;
  }

  /// The vertex before this one on a shortest path, -1 for a source or when unreached.
  public int parent(int vertex) {
    return parents().get(vertex);
  }

  @Override
  public ResultTable table() {
    ResultColumn distance = ResultColumn.distances("distance", distances);
    return parents == null
        ? ResultTable.perVertex(distance)
        : ResultTable.perVertex(distance, ResultColumn.vertices("parent", parents));
  }

  /// Vertices reached, sources included.
  public long reached() {
    return summary.reached();
  }

  /// Largest distance.
  public int depth() {
    return summary.depth();
  }

  /// A shortest path from a source to `target`, both included; empty when it is unreached.
  public int[] pathTo(int target) {
    return distance(target) == -1 ? new int[0] : Paths.to(target, parents());
  }
}
