package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Whether the vertices can be split in two sides with no edge inside a side, whatever the direction
/// of edges; if not, a cycle of an odd number of edges. The smallest vertex of each component is on
/// side 0. A loop is an odd cycle; repeated edges change nothing; weights are not looked at.
/// Breadth-first search in O(n + entries), on one thread; a directed graph's in-edges are built when
/// they are not at hand.
public record Bipartite() implements GraphAlgorithm<BipartiteResult> {
  @Override
  public BipartiteResult run(CsrGraph graph, RunOptions options) {
    return Traversals.bipartite(graph, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("bipartite", graph, options)
        .result(graph.vertices(), ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_BIPARTITE, 0)
        .inEdges()
        .total();
  }
}
