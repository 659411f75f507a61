package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.kernel.CsrCentrality;

/// Hubs and authorities (HITS): a good hub has edges to good authorities, a good authority
/// has edges from good hubs. The values are unit vectors (Euclidean norm 1), none below 0:
/// authorities a with a ~ A^T h, hubs h with h ~ A a, where A(u, v) is the number of edges from u
/// to v, or the sum of their weights: the first singular vectors of A. Immutable.
///
/// Found by power iteration from equal values, in O(iterations x (n + entries)). Self loops count,
/// parallel edges each. Where the largest singular value has several vectors, the result is the one
/// nearest to equal values. The same bits on every engine and for any number of threads.
///
/// Source: J. Kleinberg, Authoritative Sources in a Hyperlinked Environment, JACM 46(5), 1999.
///
/// @param tolerance the iteration has converged when the relative change is below this; 0: all
///     iterations are run; default 1e-10
/// @param maxIterations default 1000
/// @param weighted edges count by their weights; default false
public record Hits(double tolerance, long maxIterations, boolean weighted)
    implements GraphAlgorithm<HitsResult> {
  private static final Hits DEFAULTS = new Hits(1e-10, 1000, false);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when one of them is out of range
  public Hits {
    Centralities.check(tolerance, maxIterations);
  }

  /// The defaults above.
  public static Hits defaults() {
    return DEFAULTS;
  }

  /// With this tolerance.
  public Hits tolerance(double value) {
    return new Hits(value, maxIterations, weighted);
  }

  /// With at most this many iterations.
  public Hits maxIterations(long value) {
    return new Hits(tolerance, value, weighted);
  }

  /// With or without edge weights.
  public Hits weighted(boolean value) {
    return new Hits(tolerance, maxIterations, value);
  }

  /// Runs it. On a directed graph this builds and keeps the in-edges.
  ///
  /// @throws IllegalArgumentException when weights are to be used and one is negative, infinite or
  ///     NaN
  /// @throws ArithmeticException when weights are so large that squares overflow
  @Override
  public HitsResult run(CsrGraph graph, RunOptions options) {
    return new HitsResult(Centralities.run(graph, settings(), options));
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Centralities.estimate(graph, settings(), options);
  }

  private Centralities.Settings settings() {
    return new Centralities.Settings(
        CsrCentrality.Kind.HITS, 0, tolerance, maxIterations, weighted);
  }
}
