package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// What a shortest-path search looks for. Immutable.
///
/// @param sources vertices at distance 0; duplicates do no harm, none reaches nothing
/// @param method algorithm
/// @param delta bucket width of delta-stepping, 0 to choose by weights and degrees
/// @param parents whether the tree is returned beside the distances
public record ShortestPaths(int[] sources, SsspMethod method, double delta, boolean parents)
    implements GraphAlgorithm<SsspResult> {
  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when delta is negative or not finite
  public ShortestPaths {
    if (!(delta >= 0) || Double.isInfinite(delta)) {
      throw new IllegalArgumentException("delta " + delta + " is not a finite number from 0 up");
    }
  }

  /// From these sources, with everything chosen automatically, with parents.
  public static ShortestPaths from(int... sources) {
    return new ShortestPaths(sources.clone(), SsspMethod.AUTO, 0, true);
  }

  /// With this algorithm.
  public ShortestPaths method(SsspMethod choice) {
    return new ShortestPaths(sources, choice, delta, parents);
  }

  /// With this bucket width.
  public ShortestPaths delta(double width) {
    return new ShortestPaths(sources, method, width, parents);
  }

  /// With or without parents.
  public ShortestPaths parents(boolean wanted) {
    return new ShortestPaths(sources, method, delta, wanted);
  }

  @Override
  public SsspResult run(CsrGraph graph, RunOptions options) {
    return Searches.shortestPaths(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("shortest paths", graph, options)
        .result(graph.vertices(), ValueLayout.JAVA_DOUBLE)
        .result(parents ? graph.vertices() : 0, ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_SSSP, sources.length)
        .total();
  }
}
