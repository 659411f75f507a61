package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.kernel.CsrCentrality;

/// Eigenvector centrality: a vertex is as central as the vertices with edges to it are together.
/// The values are the unit vector (Euclidean norm 1) x, none below 0, with A^T x = lambda x, where
/// A(u, v) is the number of edges from u to v, or the sum of their weights. Immutable.
///
/// Found by power iteration from equal values, in O(iterations x (n + entries)). To A^T a multiple
/// of the identity is added, which leaves the vector as it is and lets bipartite graphs converge.
/// Self loops count, parallel edges each. Where the largest eigenvalue has several eigenvectors, as
/// in a graph of equal parts, the result is the one nearest to equal values; on a directed graph
/// without cycles there is no such vector but 0, and the iteration hardly ever converges. The same
/// bits on every engine and for any number of threads.
///
/// Source: P. Bonacich, Power and Centrality: A Family of Measures, American Journal of Sociology
/// 92(5), 1987.
///
/// @param tolerance the iteration has converged when the relative change is below this; 0: all
///     iterations are run; default 1e-10
/// @param maxIterations default 1000
/// @param weighted edges count by their weights; default false
public record Eigenvector(double tolerance, long maxIterations, boolean weighted)
    implements GraphAlgorithm<CentralityResult> {
  private static final Eigenvector DEFAULTS = new Eigenvector(1e-10, 1000, false);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when one of them is out of range
  public Eigenvector {
    Centralities.check(tolerance, maxIterations);
  }

  /// The defaults above.
  public static Eigenvector defaults() {
    return DEFAULTS;
  }

  /// With this tolerance.
  public Eigenvector tolerance(double value) {
    return new Eigenvector(value, maxIterations, weighted);
  }

  /// With at most this many iterations.
  public Eigenvector maxIterations(long value) {
    return new Eigenvector(tolerance, value, weighted);
  }

  /// With or without edge weights.
  public Eigenvector weighted(boolean value) {
    return new Eigenvector(tolerance, maxIterations, value);
  }

  /// Runs it. On a directed graph this builds and keeps the in-edges.
  ///
  /// @throws IllegalArgumentException when weights are to be used and one is negative, infinite or
  ///     NaN
  /// @throws ArithmeticException when weights are so large that squares overflow
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
        CsrCentrality.Kind.EIGENVECTOR, 0, tolerance, maxIterations, weighted);
  }
}
