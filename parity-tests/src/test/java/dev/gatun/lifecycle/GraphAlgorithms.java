package dev.gatun.lifecycle;

import dev.gatun.graph.Betweenness;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.Bipartite;
import dev.gatun.graph.Closeness;
import dev.gatun.graph.Clustering;
import dev.gatun.graph.Colouring;
import dev.gatun.graph.Components;
import dev.gatun.graph.Cores;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Degrees;
import dev.gatun.graph.DepthFirst;
import dev.gatun.graph.Diameter;
import dev.gatun.graph.Eigenvector;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.Hits;
import dev.gatun.graph.IndependentSet;
import dev.gatun.graph.Katz;
import dev.gatun.graph.LabelPropagation;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
import dev.gatun.graph.Modularity;
import dev.gatun.graph.MultiSourceBfs;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.RandomWalks;
import dev.gatun.graph.ReorderMethod;
import dev.gatun.graph.Reordering;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.Similarity;
import dev.gatun.graph.SpanningForest;
import dev.gatun.graph.StrongComponents;
import dev.gatun.graph.Triangles;
import java.util.function.Function;

/// One call of each algorithm, on any undirected graph.
enum GraphAlgorithms {
  BFS(graph -> Bfs.from(first(graph))),
  SHORTEST_PATHS(graph -> ShortestPaths.from(first(graph))),
  COMPONENTS(_ -> new Components()),
  PAGE_RANK(_ -> PageRank.defaults()),
  DEPTH_FIRST(_ -> DepthFirst.forest()),
  STRONG_COMPONENTS(_ -> new StrongComponents()),
  BIPARTITE(_ -> new Bipartite()),
  COLOURING(_ -> Colouring.greedy()),
  INDEPENDENT_SET(_ -> IndependentSet.greedy()),
  TRIANGLES(_ -> Triangles.perVertex()),
  CLUSTERING(_ -> new Clustering()),
  CORES(_ -> new Cores()),
  BETWEENNESS(_ -> Betweenness.sampled(20, 1)),
  MULTI_SOURCE_BFS(graph -> MultiSourceBfs.from(first(graph))),
  CLOSENESS(_ -> Closeness.sampled(100, 1)),
  DIAMETER(_ -> Diameter.bounds()),
  LABEL_PROPAGATION(_ -> LabelPropagation.defaults()),
  LOUVAIN(_ -> Louvain.defaults()),
  LEIDEN(_ -> Leiden.defaults()),
  MODULARITY(graph -> Modularity.of(new int[graph.vertices()])),
  DEGREES(_ -> new Degrees()),
  SPANNING_FOREST(_ -> SpanningForest.minimum()),
  EIGENVECTOR(_ -> Eigenvector.defaults()),
  KATZ(_ -> Katz.of(0.001)),
  HITS(_ -> Hits.defaults()),
  SIMILARITY(_ -> Similarity.top(5)),
  REORDERING(_ -> Reordering.by(ReorderMethod.HUB_SORT)),
  RANDOM_WALKS(_ -> RandomWalks.ofLength(20));

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
