package dev.gatun.lifecycle;

import dev.gatun.graph.Betweenness;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.Closeness;
import dev.gatun.graph.Components;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Diameter;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.MultiSourceBfs;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.ShortestPaths;
import java.util.function.Function;

/// One call of each algorithm, on any undirected graph.
enum GraphAlgorithms {
  BFS(graph -> Bfs.from(first(graph))),
  SHORTEST_PATHS(graph -> ShortestPaths.from(first(graph))),
  COMPONENTS(_ -> new Components()),
  BETWEENNESS(_ -> Betweenness.sampled(40, 1)),
  BETWEENNESS_FROM(graph -> Betweenness.from(first(graph))),
  CLOSENESS(_ -> Closeness.sampled(200, 1)),
  SEARCHES(graph -> MultiSourceBfs.from(first(graph)).perVertex(true)),
  DIAMETER(_ -> Diameter.bounds().refinements(600)),
  PAGE_RANK(_ -> PageRank.defaults());

  private final Function<CsrGraph, GraphAlgorithm<?>> maker;

  GraphAlgorithms(Function<CsrGraph, GraphAlgorithm<?>> maker) {
    this.maker = maker;
  }

  /// The call on a graph.
  GraphAlgorithm<?> of(CsrGraph graph) {
    return maker.apply(graph);
  }

  /// A source, where there is one.
  private static int[] first(CsrGraph graph) {
    return graph.vertices() == 0 ? new int[0] : new int[1];
  }
}
