package dev.gatun.support;

import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Duplicates;
import java.util.Arrays;

/// A graph of a test and how it is built from its edges.
///
/// @param inEdges whether a directed graph gets its in-edges at once, which kernels make use of
public record TestGraph(
    Edges edges,
    boolean directed,
    boolean keepLoops,
    Duplicates duplicates,
    boolean sorted,
    boolean inEdges) {

  /// Loops dropped, duplicates merged, sorted: as most users have it.
  public static TestGraph clean(Edges edges, boolean directed) {
    return new TestGraph(edges, directed, false, Duplicates.MIN, true, false);
  }

  /// Builds it on the Java engine.
  public CsrGraph build() {
    return build(Setup.JAVA);
  }

  /// Builds it.
  public CsrGraph build(Setup setup) {
    return setup.run(
        options ->
            CsrGraph.builder()
                .directed(directed)
                .keepSelfLoops(keepLoops)
                .duplicates(duplicates)
                .sortNeighbours(sorted)
                .inEdges(inEdges)
                .build(edges.list(), options));
  }

  /// Vertices chosen by any numbers from 0 up, none where the graph has none.
  public int[] vertices(int... picks) {
    int n = edges.vertices();
    return n == 0 ? new int[0] : Arrays.stream(picks).map(pick -> pick % n).toArray();
  }
}
