package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.kernel.CsrCommunities;

/// Scores communities that are given: their modularity, as defined at [Louvain], their number and
/// their sizes. O(n + entries).
///
/// ```java
/// try (CommunitiesResult score = graph.run(Modularity.of(labels))) {
///   System.out.println(score.modularity());
/// }
/// ```
///
/// @param labels of the vertices, each 0 .. n - 1; vertices with equal ones are a community
/// @param resolution finite, from 0 up; default 1
/// @param weighted edges count by their weights, which must be finite and not negative; default
///     false
public record Modularity(int[] labels, double resolution, boolean weighted)
    implements GraphAlgorithm<CommunitiesResult> {

  /// Checks the range and copies the labels.
  ///
  /// @throws IllegalArgumentException when the resolution is out of range
  public Modularity {
    Partitions.checkResolution(resolution);
    labels = labels.clone();
  }

  /// Of these communities, by the defaults above.
  public static Modularity of(int... labels) {
    return new Modularity(labels, 1, false);
  }

  /// With this resolution.
  public Modularity resolution(double value) {
    return new Modularity(labels, value, weighted);
  }

  /// With or without edge weights.
  public Modularity weighted(boolean value) {
    return new Modularity(labels, resolution, value);
  }

  @Override
  public CommunitiesResult run(CsrGraph graph, RunOptions options) {
    return Partitions.score(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Partitions.estimate(graph, CsrCommunities.Method.GIVEN, options);
  }
}
