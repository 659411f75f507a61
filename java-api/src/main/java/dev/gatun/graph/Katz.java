package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.kernel.CsrCentrality;

/// Katz centrality: all walks that end at a vertex, each step of a walk making it alpha times less.
/// The values solve x = alpha A^T x + 1, where A(u, v) is the number of edges from u to v, or the
/// sum of their weights; they are not normalised. Immutable.
///
/// Found by iterating the equation from x = 1, in O(iterations x (n + entries)); the error shrinks
/// by alpha times the largest eigenvalue of A each time, so that alpha must be below 1 over that:
/// [Eigenvector] tells it. Self loops count, parallel edges each. The same bits on every engine and
/// for any number of threads.
///
/// Source: L. Katz, A New Status Index Derived from Sociometric Analysis, Psychometrika 18, 1953.
///
/// @param alpha what a step leaves of a walk, >= 0
/// @param tolerance the iteration has converged when the relative change is below this; 0: all
///     iterations are run; default 1e-10
/// @param maxIterations default 1000
/// @param weighted edges count by their weights; default false
public record Katz(double alpha, double tolerance, long maxIterations, boolean weighted)
    implements GraphAlgorithm<CentralityResult> {

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when one of them is out of range
  public Katz {
    if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not a finite number from 0 up");
    }
    Centralities.check(tolerance, maxIterations);
  }

  /// With this alpha, and the defaults above.
  public static Katz of(double alpha) {
    return new Katz(alpha, 1e-10, 1000, false);
  }

  /// With this tolerance.
  public Katz tolerance(double value) {
    return new Katz(alpha, value, maxIterations, weighted);
  }

  /// With at most this many iterations.
  public Katz maxIterations(long value) {
    return new Katz(alpha, tolerance, value, weighted);
  }

  /// With or without edge weights.
  public Katz weighted(boolean value) {
    return new Katz(alpha, tolerance, maxIterations, value);
  }

  /// Runs it. On a directed graph this builds and keeps the in-edges.
  ///
  /// @throws IllegalArgumentException when weights are to be used and one is negative, infinite or
  ///     NaN
  /// @throws ArithmeticException when the sums grow without limit: alpha is too large
  @Override
  public CentralityResult run(CsrGraph graph, RunOptions options) {
    return new CentralityResult(Centralities.run(graph, settings(), options));
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Centralities.estimate(graph, settings(), options);
  }

  private Centralities.Settings settings() {
    return new Centralities.Settings(
        CsrCentrality.Kind.KATZ, alpha, tolerance, maxIterations, weighted);
  }
}
