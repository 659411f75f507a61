package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Closeness and harmonic centrality: how near each vertex is to those it reaches. Edges count
/// alike, whatever their weights. Immutable. With r vertices reached from v along out-edges, v
/// itself included:
///
/// - closeness(v) = (r - 1) / (sum of their distances), 0 when v reaches nothing else. By default
///   times (r - 1) / (n - 1) as Wasserman and Faust propose, so that a vertex of a small component
///   is not the most central one for having little to reach.
/// - harmonic(v) = sum of 1 / distance over the others, of which those out of reach add 0; / (n -
///   1) when normalised.
///
/// Where incoming distances are meant, as in NetworkX, run it on [CsrGraph#transpose].
///
/// Sampled, each sum stands for that over the sample without v itself, r - 1 for the number of
/// sampled vertices among them that v reaches, and n - 1 for the size of the sample without v;
/// the harmonic sum is scaled up to n - 1 others.
///
/// The same to the last bit on every engine with any number of threads. O(sources x (n + entries))
/// at worst, much less on graphs of small diameter: see [MultiSourceBfs].
///
/// Sources: A. Bavelas, Communication Patterns in Task-Oriented Groups, J. Acoust. Soc. Am. 22(6),
/// 1950; S. Wasserman, K. Faust, Social Network Analysis, 1994; D. Eppstein, J. Wang, Fast
/// Approximation of Centrality, SODA 2001.
///
/// @param samples number of vertices that distances are measured to, drawn without repetition; 0:
///     all
/// @param seed of the draw
/// @param wassermanFaust whether closeness is corrected for the share of vertices reached; default
///     true
/// @param normalised whether harmonic centrality is divided by n - 1; default false
public record Closeness(int samples, long seed, boolean wassermanFaust, boolean normalised)
    implements GraphAlgorithm<ClosenessResult> {
  /// Checks the number of samples.
  ///
  /// @throws IllegalArgumentException when it is negative
  public Closeness {
    if (samples < 0) {
      throw new IllegalArgumentException("samples " + samples + " is negative");
    }
  }

  /// By the distances to all vertices.
  public static Closeness exact() {
    return new Closeness(0, 0, true, false);
  }

  /// Estimated by the distances to `count` vertices. With `count` >= n it is exact.
  ///
  /// @throws IllegalArgumentException when `count` is not positive
  public static Closeness sampled(int count, long seed) {
    if (count <= 0) {
      throw new IllegalArgumentException("samples " + count + " is not positive");
    }
    return new Closeness(count, seed, true, false);
  }

  /// With or without the correction.
  public Closeness wassermanFaust(boolean value) {
    return new Closeness(samples, seed, value, normalised);
  }

  /// With or without normalised harmonic centrality.
  public Closeness normalised(boolean value) {
    return new Closeness(samples, seed, wassermanFaust, value);
  }

  @Override
  public ClosenessResult run(CsrGraph graph, RunOptions options) {
    return PathCentralities.closeness(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    int sources = Samples.count(samples, graph.vertices());
    return Estimate.of("closeness", graph, options)
        .result(2L * graph.vertices(), ValueLayout.JAVA_DOUBLE)
        .scratch(3L * graph.vertices(), ValueLayout.JAVA_LONG)
        .scratch(sources, ValueLayout.JAVA_INT)
        .inEdges()
        .kernel(Kernels.CSR_MSBFS, sources)
        .total();
  }
}
