package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Breadth-first searches from many vertices, up to 512 of them in one pass over the graph: how
/// many vertices each reaches, how far away they are in all, and how far the farthest. Distances
/// count out-edges, whatever their weights. Immutable.
///
/// The same to the last bit on every engine with any number of threads. O(sources x (n + entries))
/// at worst; where many searches meet at the same distance, as on graphs of small diameter, they
/// cost little more than one.
///
/// Source: M. Then et al., The More the Merrier: Efficient Multi-Source Graph Traversal, PVLDB
/// 8(4), 2014.
///
/// @param sources where searches begin; one given twice is searched from twice
/// @param perVertex whether the result has sums over the sources for each vertex too
public record MultiSourceBfs(int[] sources, boolean perVertex)
    implements GraphAlgorithm<MultiSourceBfsResult> {
  /// From these vertices.
  public static MultiSourceBfs from(int... sources) {
    return new MultiSourceBfs(sources.clone(), false);
  }

  /// With or without sums for each vertex.
  public MultiSourceBfs perVertex(boolean wanted) {
    return new MultiSourceBfs(sources, wanted);
  }

  @Override
  public MultiSourceBfsResult run(CsrGraph graph, RunOptions options) {
    return PathCentralities.searches(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    long values = sources.length + (perVertex ? (long) graph.vertices() : 0);
    return Estimate.of("searches", graph, options)
        .result(3 * values, ValueLayout.JAVA_LONG)
        .result(2L * sources.length, ValueLayout.JAVA_INT)
        .inEdges()
        .kernel(Kernels.CSR_MSBFS, sources.length)
        .total();
  }
}
