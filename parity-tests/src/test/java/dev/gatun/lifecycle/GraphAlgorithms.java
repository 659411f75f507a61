package dev.gatun.lifecycle;

import dev.gatun.graph.Bfs;
import dev.gatun.graph.Components;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.LabelPropagation;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
import dev.gatun.graph.Modularity;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.ShortestPaths;
import java.util.function.Function;

/// One call of each algorithm, on any undirected graph.
enum GraphAlgorithms {
  BFS(graph -> Bfs.from(first(graph))),
  SHORTEST_PATHS(graph -> ShortestPaths.from(first(graph))),
  COMPONENTS(_ -> new Components()),
  LABEL_PROPAGATION(_ -> LabelPropagation.defaults()),
  LOUVAIN(_ -> Louvain.defaults()),
  LEIDEN(_ -> Leiden.defaults().weighted(true)),
  MODULARITY(graph -> Modularity.of(new int[graph.vertices()])),
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
