package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import java.lang.foreign.ValueLayout;

/// Triangles: three vertices that are neighbours of each other. They are those of the underlying
/// undirected simple graph: the direction of edges, loops, parallel edges and weights do not count.
/// O(n + entries^1.5) at worst.
///
/// A graph that is directed, or was built with loops or parallel edges, is made undirected first.
///
/// Source: M. Latapy, Main-memory triangle computations for very large (sparse (power-law)) graphs,
/// Theoretical Computer Science 407, 2008.
///
/// @param eachVertex whether the triangles at each vertex and its clustering coefficient are wanted
public record Triangles(boolean eachVertex) implements GraphAlgorithm<TrianglesResult> {

  /// The number of triangles in the graph, and its transitivity.
  public static Triangles count() {
    return new Triangles(false);
  }

  /// Also the triangles at each vertex, and its local clustering coefficient.
  public static Triangles perVertex() {
    return new Triangles(true);
  }

  @Override
  public TrianglesResult run(CsrGraph graph, RunOptions options) {
    return Clusterings.triangles(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    Estimate estimate =
        Estimate.of("triangles", graph, options).undirected().result(1, ValueLayout.JAVA_LONG);
    if (eachVertex) {
      estimate
          .result(graph.vertices(), ValueLayout.JAVA_LONG)
          .result(graph.vertices(), ValueLayout.JAVA_DOUBLE);
    }
    return estimate.kernelOnUndirected(Kernels.CSR_TRIANGLES, eachVertex ? 1 : 0).total();
  }
}
