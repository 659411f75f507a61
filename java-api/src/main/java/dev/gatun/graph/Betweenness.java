package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// Betweenness centrality: on how many shortest paths between other vertices each vertex lies, as
/// a share of the paths of each pair. Edges count alike, whatever their weights. Immutable.
///
/// - Paths follow the direction of edges. In an undirected graph [#exact] and [#sampled] count
///   each pair of ends once; [#from] does not halve.
/// - Parallel edges are different paths, self loops are none. Ends are not between anything.
/// - Normalised scores are shares of all pairs of other vertices, (n - 1)(n - 2), of which an
///   undirected graph has half as many: 0..1 when exact.
///
/// Scores are the same to the last bit on every engine with any number of threads. Numbers of paths
/// beyond what a double holds do no harm. O(sources x (n + entries)).
///
/// Source: U. Brandes, A Faster Algorithm for Betweenness Centrality, J. Math. Sociology 25(2),
/// 2001; sampling as in U. Brandes, C. Pich, Centrality Estimation in Large Networks, Int. J.
/// Bifurcation and Chaos 17(7), 2007.
///
/// @param sources paths from these only, as a plain sum over them; null: from all or from a sample
/// @param samples number of sources drawn, 0: all
/// @param seed of the draw
/// @param normalised whether scores are shares of all pairs
public record Betweenness(int @Nullable [] sources, int samples, long seed, boolean normalised)
    implements GraphAlgorithm<BetweennessResult> {
  /// Checks the number of samples.
  ///
  /// @throws IllegalArgumentException when it is negative
  public Betweenness {
    if (samples < 0) {
      throw new IllegalArgumentException("samples " + samples + " is negative");
    }
  }

  /// All shortest paths.
  public static Betweenness exact() {
    return new Betweenness(null, 0, 0, false);
  }

  /// Shortest paths from these vertices: the sum of their dependencies, in an undirected graph too.
  /// One given twice counts twice.
  public static Betweenness from(int... sources) {
    return new Betweenness(sources.clone(), 0, 0, false);
  }

  /// An estimate of [#exact]: from `count` vertices drawn without repetition, scaled up to all of
  /// them. With `count` >= n it is exact.
  ///
  /// @throws IllegalArgumentException when `count` is not positive
  public static Betweenness sampled(int count, long seed) {
    if (count <= 0) {
      throw new IllegalArgumentException("samples " + count + " is not positive");
    }
    return new Betweenness(null, count, seed, false);
  }

  /// With or without normalisation.
  public Betweenness normalised(boolean value) {
    return new Betweenness(sources, samples, seed, value);
  }

  @Override
  public BetweennessResult run(CsrGraph graph, RunOptions options) {
    return PathCentralities.betweenness(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    int count = count(graph.vertices());
    return Estimate.of("betweenness", graph, options)
        .result(graph.vertices(), ValueLayout.JAVA_DOUBLE)
        .scratch(2L * count, ValueLayout.JAVA_INT)
        .inEdges()
        .kernel(Kernels.CSR_BETWEENNESS, count)
        .total();
  }

  private int count(int vertices) {
    return sources != null ? sources.length : Samples.count(samples, vertices);
  }

  /// The sources on a graph of that size.
  int[] chosen(int vertices) {
    return sources != null ? sources : Samples.draw(samples, vertices, seed);
  }

  /// What sums of dependencies are multiplied with.
  double factor(CsrGraph graph) {
    double n = graph.vertices();
    double factor = 1;
    if (sources == null) {
      factor = (graph.isDirected() ? 1 : 0.5) * (n / Math.max(1, count(graph.vertices())));
    }
    if (normalised && n > 2) {
      double pairs = (n - 1) * (n - 2);
      factor = factor / (graph.isDirected() ? pairs : pairs / 2);
    }
    return factor;
  }
}
