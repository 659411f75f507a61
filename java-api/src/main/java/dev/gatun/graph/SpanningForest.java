package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrSpanning;
import java.lang.foreign.MemorySegment;

/// The minimum spanning forest of an undirected graph: a tree for each component that joins all of
/// its vertices, of the least weight in all. Immutable.
///
/// Edges are ordered by weight, then by their smaller vertex, then by their larger one, so that
/// there is one such forest, on every engine and for any number of threads. Weights may be negative
/// or infinite. Self loops do not count, of parallel edges only the lightest does. Without weights
/// every edge weighs 1.
///
/// By Boruvka's algorithm (O. Borůvka, O jistém problému minimálním, 1926), in O((n + entries) log
/// n), in practice little more than one pass over the entries.
///
/// @param weighted whether the graph's weights count; default true
public record SpanningForest(boolean weighted) implements GraphAlgorithm<SpanningForestResult> {
  private static final SpanningForest MINIMUM = new SpanningForest(true);

  /// By the graph's weights.
  public static SpanningForest minimum() {
    return MINIMUM;
  }

  /// With the graph's weights, or with all edges weighing 1.
  public SpanningForest weighted(boolean value) {
    return new SpanningForest(value);
  }

  /// Finds the forest.
  ///
  /// @throws IllegalArgumentException when the graph is directed, or a weight is NaN
  /// @throws ArithmeticException when the sum of integer weights does not fit 64 bits
  @Override
  public SpanningForestResult run(CsrGraph graph, RunOptions options) {
    if (graph.isDirected()) {
      throw new IllegalArgumentException(
          "a spanning forest is one of an undirected graph: build it with undirected()");
    }
    try (Execution execution = Execution.begin("spanning forest", options)) {
      Csr given = graph.use(execution);
      Csr csr = weighted ? given : Rankings.unweighted(given);
      int most = Math.max(0, csr.vertices() - 1);
      Region region = execution.resultRegion();
      MemorySegment sources = region.allocate(most, JAVA_INT.byteSize());
      MemorySegment targets = region.allocate(most, JAVA_INT.byteSize());
      MemorySegment weights = region.allocate(most, JAVA_LONG.byteSize());
      CsrSpanning.Args args = new CsrSpanning.Args(csr, sources, targets, weights);
      CsrSpanning.Result summary = Kernels.CSR_SPANNING.call(args, Searches.work(csr), execution);
      return new SpanningForestResult(execution.keep(region), execution.complete(), args, summary);
    }
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("spanning forest", graph, options)
        .result(2L * graph.vertices(), JAVA_INT)
        .result(graph.vertices(), JAVA_LONG)
        .kernel(Kernels.CSR_SPANNING, 0)
        .total();
  }
}
