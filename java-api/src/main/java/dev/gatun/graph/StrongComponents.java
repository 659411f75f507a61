package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Strongly connected components: sets of vertices that reach each other along out-edges. Those of
/// an undirected graph are its connected components ([Components] finds them faster). Loops and
/// repeated edges change nothing; weights are not looked at. O(n + entries), on one thread.
///
/// Source: D. J. Pearce, A Space-Efficient Algorithm for Finding Strongly Connected Components,
/// Inf. Process. Lett. 116(1), 2016, after R. E. Tarjan, SICOMP 1(2), 1972.
public record StrongComponents() implements GraphAlgorithm<ComponentsResult> {
  @Override
  public ComponentsResult run(CsrGraph graph, RunOptions options) {
    return Traversals.strongComponents(graph, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("strong components", graph, options)
        .result(2L * graph.vertices(), ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_SCC, 0)
        .total();
  }
}
