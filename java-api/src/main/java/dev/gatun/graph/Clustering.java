package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Local clustering coefficients as LDBC Graphalytics defines them. The neighbours of a vertex are
/// those at either end of an edge, k of them; its coefficient is the number of edges among them
/// over k (k - 1), where an edge of an undirected graph counts both ways. 0 for a vertex of less
/// than two neighbours. Loops, parallel edges and weights do not count. O(n + entries^1.5) at
/// worst.
///
/// On an undirected graph these are the coefficients of [Triangles#perVertex].
///
/// Source: A. Iosup et al., The LDBC Graphalytics Benchmark, arXiv 2011.15028, section 2.
public record Clustering() implements GraphAlgorithm<ClusteringResult> {
  @Override
  public ClusteringResult run(CsrGraph graph, RunOptions options) {
    return Clusterings.local(graph, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("clustering", graph, options)
        .result(graph.vertices(), ValueLayout.JAVA_DOUBLE)
        .scratch(graph.vertices(), ValueLayout.JAVA_LONG)
        .undirectedWithArcs()
        .kernelOnUndirected(Kernels.CSR_TRIANGLES, graph.isDirected() ? 2 : 1)
        .total();
  }
}
