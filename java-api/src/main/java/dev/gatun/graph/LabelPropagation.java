package dev.gatun.graph;

import dev.gatun.RunOptions;

/// Communities by synchronous label propagation, as LDBC Graphalytics defines it (CDLP): every
/// vertex starts with its own id as its label; in each iteration all take the most frequent label
/// among their neighbours at once, of equally frequent ones the smallest.
///
/// Along edges of a directed graph labels go both ways: a neighbour by two edges, one each way,
/// counts twice. So do parallel edges; a self loop counts the vertex's own label. Weights count for
/// nothing. A vertex without neighbours keeps its label. O(iterations x (n + entries)); once few
/// labels change, only their neighbours are looked at.
///
/// [CommunitiesResult#rawLabels] has the labels that went round; a vertex may have taken one from a
/// vertex that has left.
///
/// Sources: U. N. Raghavan, R. Albert, S. Kumara, Near Linear Time Algorithm to Detect Community
/// Structures in Large-Scale Networks, Physical Review E 76, 2007; A. Iosup et al., The LDBC
/// Graphalytics Benchmark, arXiv 2011.15028.
///
/// @param maxIterations at most so many; fewer when one changes nothing; default 10
public record LabelPropagation(int maxIterations) implements GraphAlgorithm<CommunitiesResult> {
  private static final LabelPropagation DEFAULTS = new LabelPropagation(10);

  /// Checks the range.
  ///
  /// @throws IllegalArgumentException when maxIterations is negative
  public LabelPropagation {
    if (maxIterations < 0) {
      throw new IllegalArgumentException("max iterations " + maxIterations + " is negative");
    }
  }

  /// The default above.
  public static LabelPropagation defaults() {
    return DEFAULTS;
  }

  /// With at most this many iterations.
  public LabelPropagation maxIterations(int value) {
    return new LabelPropagation(value);
  }

  @Override
  public CommunitiesResult run(CsrGraph graph, RunOptions options) {
    return Partitions.propagate(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Partitions.estimateOfPropagation(graph, options);
  }
}
