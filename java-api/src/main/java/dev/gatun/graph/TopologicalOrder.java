package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// An order of the vertices of a directed graph in which every edge leads forward; where there is
/// none, a cycle. The level of a vertex is the most edges on a path to it, 0 where no edge leads;
/// the order is by level, then by id, so that there is but one, and vertices of one level can be
/// worked on at the same time once the levels before it are done. A loop is a cycle of one vertex;
/// an undirected edge is a cycle of two; repeated edges change nothing; weights are not looked at.
/// O(n + entries).
///
/// Source: A. B. Kahn, Topological Sorting of Large Networks, Commun. ACM 5(11), 1962.
public record TopologicalOrder() implements GraphAlgorithm<TopologicalOrderResult> {
  @Override
  public TopologicalOrderResult run(CsrGraph graph, RunOptions options) {
    return Traversals.topologicalOrder(graph, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("topological order", graph, options)
        .result(2L * graph.vertices(), ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_TOPOSORT, 0)
        .total();
  }
}
