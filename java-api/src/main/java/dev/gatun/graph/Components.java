package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Connected components; of a directed graph the weakly connected ones. O(n + entries) in practice.
public record Components() implements GraphAlgorithm<ComponentsResult> {
  @Override
  public ComponentsResult run(CsrGraph graph, RunOptions options) {
    return Rankings.components(graph, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("components", graph, options)
        .result(2L * graph.vertices(), ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_COMPONENTS, 0)
        .total();
  }
}
