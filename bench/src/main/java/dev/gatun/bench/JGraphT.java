package dev.gatun.bench;

import dev.gatun.graph.CsrGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.GreedyModularityAlgorithm;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.util.Triple;
import org.jgrapht.opt.graph.sparse.SparseIntUndirectedWeightedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/// The rival on the class path: JGraphT on its compressed sparse graphs.
final class JGraphT {
  private JGraphT() {}

  /// The same graph, each edge once.
  static Graph<Integer, Integer> of(CsrGraph graph) {
    List<Triple<Integer, Integer, Double>> edges = new ArrayList<>();
    for (int u = 0; u < graph.vertices(); u++) {
      for (int v : graph.neighbours(u)) {
        if (u < v) {
          edges.add(Triple.of(u, v, graph.weight(u, v)));
        }
      }
    }
    return new SparseIntUndirectedWeightedGraph(graph.vertices(), edges);
  }

  /// A graph of one edge: the library has no smaller one.
  static Graph<Integer, Integer> empty() {
    return new SparseIntUndirectedWeightedGraph(2, List.of(Triple.of(0, 1, 1.0)));
  }

  /// Vertices reached.
  static int bfs(Graph<Integer, Integer> graph, int source) {
    int reached = 0;
    for (var it = new BreadthFirstIterator<>(graph, source); it.hasNext(); it.next()) {
      reached++;
    }
    return reached;
  }

  /// Ranks after exactly that many iterations.
  static Object pageRank(Graph<Integer, Integer> graph, int iterations) {
    return new PageRank<>(graph, 0.85, iterations, Double.MIN_VALUE).getScores();
  }

  /// Number of components.
  static int components(Graph<Integer, Integer> graph) {
    return new ConnectivityInspector<>(graph).connectedSets().size();
  }

  /// Number of communities by label propagation, ten iterations at most.
  static int labels(Graph<Integer, Integer> graph) {
    return new LabelPropagationClustering<>(graph, 10, new Random(1))
        .getClustering()
        .getNumberClusters();
  }

  /// Number of communities by greedy merging.
  static int communities(Graph<Integer, Integer> graph) {
    return new GreedyModularityAlgorithm<>(graph).getClustering().getNumberClusters();
  }

  /// Distances to everything.
  static Object shortestPaths(Graph<Integer, Integer> graph, int source) {
    return new DijkstraShortestPath<>(graph).getPaths(source);
  }
}
