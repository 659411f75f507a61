package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// Greedy colouring: one vertex after the other takes the smallest colour that none of its
/// neighbours has yet, whatever the direction of edges. So no edge joins vertices of one colour, and
/// there are at most as many colours as the largest number of neighbours, and one. Not the fewest:
/// finding those is NP-hard. Loops are passed over, repeated edges change nothing but the order, and
/// weights are not looked at. O(n + entries) for up to 512 colours around a vertex; a directed
/// graph's in-edges are built when they are not at hand. The result is the same with any number of
/// threads: a vertex waits for its earlier neighbours only.
///
/// Source: M. T. Jones, P. E. Plassmann, A Parallel Graph Coloring Heuristic, SIAM J. Sci. Comput.
/// 14(3), 1993.
///
/// @param order who chooses first
public record Colouring(GreedyOrder order) implements GraphAlgorithm<ColouringResult> {
  /// Checks that there is an order.
  public Colouring {
    Objects.requireNonNull(order);
  }

  /// With the largest degrees first.
  public static Colouring greedy() {
    return new Colouring(GreedyOrder.LARGEST_FIRST);
  }

  /// With this order.
  public Colouring order(GreedyOrder choice) {
    return new Colouring(choice);
  }

  @Override
  public ColouringResult run(CsrGraph graph, RunOptions options) {
    return Traversals.colouring(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("colouring", graph, options)
        .result(graph.vertices(), ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_COLOURING, order.ordinal())
        .inEdges()
        .total();
  }
}
