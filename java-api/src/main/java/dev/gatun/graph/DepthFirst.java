package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Depth-first search along out-edges: the order in which the recursive search finds and leaves
/// vertices, its trees and how deep they are. The neighbours of a vertex are tried in the order of
/// its row: by ascending id where [CsrGraph#isSorted], else as they came. Loops and repeated edges
/// lead nowhere new; weights are not looked at. A path of a million vertices is no deeper than the
/// memory for it: nothing is recursive. O(n + entries), on one thread.
///
/// Source: R. E. Tarjan, Depth-First Search and Linear Graph Algorithms, SICOMP 1(2), 1972.
///
/// @param sources roots, in this order, of those that no earlier one reached; none when
///     every vertex is one
/// @param everyVertex whether every vertex is a source, in ascending order
/// @param maxDepth the edges of a vertex that many below its root are not followed, so that what
///     is reached depends on the order of neighbours; negative: no limit
public record DepthFirst(int[] sources, boolean everyVertex, int maxDepth)
    implements GraphAlgorithm<DepthFirstResult> {
  /// Checks that a forest has no sources of its own.
  ///
  /// @throws IllegalArgumentException when it has
  public DepthFirst {
    if (everyVertex && sources.length > 0) {
      throw new IllegalArgumentException("a forest starts from every vertex, not from sources");
    }
  }

  /// What these vertices reach, without a limit.
  public static DepthFirst from(int... sources) {
    return new DepthFirst(sources.clone(), false, -1);
  }

  /// All vertices: a tree from each one that those before it did not reach.
  public static DepthFirst forest() {
    return new DepthFirst(new int[0], true, -1);
  }

  /// With a limit on the depth.
  public DepthFirst maxDepth(int limit) {
    return new DepthFirst(sources, everyVertex, limit);
  }

  @Override
  public DepthFirstResult run(CsrGraph graph, RunOptions options) {
    return Traversals.depthFirst(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("depth-first search", graph, options)
        .result(6L * graph.vertices(), ValueLayout.JAVA_INT)
        .scratch(sources.length, ValueLayout.JAVA_INT)
        .kernel(Kernels.CSR_DFS, sources.length)
        .total();
  }
}
