package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// A maximal independent set: vertices no two of which are neighbours, whatever the direction of
/// edges, to which none can be added. One vertex after the other joins when none of its neighbours
/// has, which gives the first colour of [Colouring] in the same order. Not the largest set: finding
/// that is NP-hard. Loops are passed over, repeated edges change nothing but the order, and weights
/// are not looked at. O(n + entries); a directed graph's in-edges are built when they are not at
/// hand. The result is the same with any number of threads.
///
/// Source: G. E. Blelloch, J. T. Fineman, J. Shun, Greedy Sequential Maximal Independent Set and
/// Matching are Parallel on Average, SPAA 2012.
///
/// @param order who chooses first
public record IndependentSet(GreedyOrder order) implements GraphAlgorithm<IndependentSetResult> {
  /// Checks that there is an order.
  public IndependentSet {
    Objects.requireNonNull(order);
  }

  /// With the smallest degrees first.
  public static IndependentSet greedy() {
    return new IndependentSet(GreedyOrder.SMALLEST_FIRST);
  }

  /// With this order.
  public IndependentSet order(GreedyOrder choice) {
    return new IndependentSet(choice);
  }

  @Override
  public IndependentSetResult run(CsrGraph graph, RunOptions options) {
    return Traversals.independentSet(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("independent set", graph, options)
        .result(graph.vertices(), ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_COLOURING, order.ordinal())
        .inEdges()
        .total();
  }
}
