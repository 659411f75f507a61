package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// What a breadth-first search looks for. Immutable.
///
/// @param sources vertices at distance 0; duplicates do no harm, none reaches nothing
/// @param maxDepth vertices further away than this stay unreached; negative: no limit
/// @param parents which tree is returned beside the distances
public record Bfs(int[] sources, int maxDepth, Parents parents)
    implements GraphAlgorithm<BfsResult> {
  /// From these sources, without a limit, with the smallest parents.
  public static Bfs from(int... sources) {
    return new Bfs(sources.clone(), -1, Parents.SMALLEST);
  }

  /// With a limit on the distance.
  public Bfs maxDepth(int limit) {
    return new Bfs(sources, limit, parents);
  }

  /// With this choice of parents.
  public Bfs parents(Parents choice) {
    return new Bfs(sources, maxDepth, choice);
  }

  @Override
  public BfsResult run(CsrGraph graph, RunOptions options) {
    return Searches.bfs(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("bfs", graph, options)
        .result(
            parents == Parents.NONE ? graph.vertices() : 2L * graph.vertices(),
            ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_BFS, sources.length)
        .total();
  }
}
