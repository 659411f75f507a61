package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// How PageRank is computed. Immutable.
///
/// @param alpha damping: chance to follow an edge, 0 <= alpha < 1; default 0.85
/// @param tolerance the iteration has converged when the sum of |change| over all vertices is below
///     this; 0: all iterations are run; default 1e-10
/// @param maxIterations default 200: with the other defaults every graph converges within 160
/// @param weighted edges are followed in proportion to their weights; default false
/// @param dangling where the rank of vertices without out-edges goes; default [Dangling#TELEPORT]
/// @param singlePrecision contributions are rounded to float before they are summed: faster on
///     large graphs, about 7 digits; default false
/// @param personalSources random jumps go to these vertices alike, null: to all
/// @param personalVector random jumps go to vertices in proportion to these values, null: see
///     personalSources
public record PageRank(
    double alpha,
    double tolerance,
    long maxIterations,
    boolean weighted,
    Dangling dangling,
    boolean singlePrecision,
    int @Nullable [] personalSources,
    double @Nullable [] personalVector)
    implements GraphAlgorithm<PageRankResult> {

  private static final PageRank DEFAULTS =
      new PageRank(0.85, 1e-10, 200, false, Dangling.TELEPORT, false, null, null);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when alpha, tolerance or maxIterations is out of range
  public PageRank {
    if (!(alpha >= 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not in [0, 1)");
    }
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("tolerance " + tolerance + " is not a number from 0 up");
    }
    if (maxIterations < 0) {
      throw new IllegalArgumentException("max iterations " + maxIterations + " is negative");
    }
  }

  /// The defaults above.
  public static PageRank defaults() {
    return DEFAULTS;
  }

  /// With this damping.
  public PageRank alpha(double value) {
    return new PageRank(
        value,
        tolerance,
        maxIterations,
        weighted,
        dangling,
        singlePrecision,
        personalSources,
        personalVector);
  }

  /// With this tolerance.
  public PageRank tolerance(double value) {
    return new PageRank(
        alpha,
        value,
        maxIterations,
        weighted,
        dangling,
        singlePrecision,
        personalSources,
        personalVector);
  }

  /// With at most this many iterations.
  public PageRank maxIterations(long value) {
    return new PageRank(
        alpha,
        tolerance,
        value,
        weighted,
        dangling,
        singlePrecision,
        personalSources,
        personalVector);
  }

  /// With or without edge weights.
  public PageRank weighted(boolean value) {
    return new PageRank(
        alpha,
        tolerance,
        maxIterations,
        value,
        dangling,
        singlePrecision,
        personalSources,
        personalVector);
  }

  /// With this rule for dangling vertices.
  public PageRank dangling(Dangling value) {
    return new PageRank(
        alpha,
        tolerance,
        maxIterations,
        weighted,
        value,
        singlePrecision,
        personalSources,
        personalVector);
  }

  /// With or without rounding to float.
  public PageRank singlePrecision(boolean value) {
    return new PageRank(
        alpha,
        tolerance,
        maxIterations,
        weighted,
        dangling,
        value,
        personalSources,
        personalVector);
  }

  /// Random jumps go to these vertices, all alike. A vertex given twice counts once.
  public PageRank personalised(int... sources) {
    return new PageRank(
        alpha,
        tolerance,
        maxIterations,
        weighted,
        dangling,
        singlePrecision,
        sources.clone(),
        null);
  }

  /// Random jumps go to vertices in proportion to these values: one per vertex, finite, not
  /// negative, not all zero.
  public PageRank personalised(double[] vector) {
    return new PageRank(
        alpha, tolerance, maxIterations, weighted, dangling, singlePrecision, null, vector.clone());
  }

  @Override
  public PageRankResult run(CsrGraph graph, RunOptions options) {
    return Rankings.pageRank(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("pagerank", graph, options)
        .result(graph.vertices(), ValueLayout.JAVA_DOUBLE)
        .scratch(2L * graph.vertices(), ValueLayout.JAVA_DOUBLE)
        .inEdges()
        .kernel(Kernels.CSR_PAGERANK, 0)
        .total();
  }
}
