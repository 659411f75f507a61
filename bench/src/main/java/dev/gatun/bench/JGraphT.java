package dev.gatun.bench;

import dev.gatun.graph.CsrGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.GraphMetrics;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.color.LargestDegreeFirstColoring;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.linkprediction.JaccardCoefficientLinkPrediction;
import org.jgrapht.alg.partition.BipartitePartitioning;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.EigenvectorCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.alg.util.Triple;
import org.jgrapht.opt.graph.sparse.SparseIntDirectedGraph;
import org.jgrapht.opt.graph.sparse.SparseIntUndirectedWeightedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.jgrapht.traverse.DepthFirstIterator;
import org.jgrapht.traverse.RandomWalkVertexIterator;
import org.jgrapht.traverse.TopologicalOrderIterator;

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

  /// The same directed graph.
  static Graph<Integer, Integer> directed(CsrGraph graph) {
    List<Pair<Integer, Integer>> edges = new ArrayList<>();
    for (int u = 0; u < graph.vertices(); u++) {
      for (int v : graph.neighbours(u)) {
        edges.add(Pair.of(u, v));
      }
    }
    return new SparseIntDirectedGraph(graph.vertices(), edges);
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

  /// Vertices reached.
  static int dfs(Graph<Integer, Integer> graph, int source) {
    int reached = 0;
    for (var it = new DepthFirstIterator<>(graph, source); it.hasNext(); it.next()) {
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

  /// Number of strongly connected components.
  static int strongComponents(Graph<Integer, Integer> graph) {
    return new GabowStrongConnectivityInspector<>(graph).stronglyConnectedSets().size();
  }

  /// Vertices in order.
  static int order(Graph<Integer, Integer> graph) {
    int count = 0;
    for (var it = new TopologicalOrderIterator<>(graph); it.hasNext(); it.next()) {
      count++;
    }
    return count;
  }

  /// Whether there are two sides.
  static boolean isBipartite(Graph<Integer, Integer> graph) {
    return new BipartitePartitioning<>(graph).isBipartite();
  }

  /// Number of colours.
  static int colours(Graph<Integer, Integer> graph) {
    return new LargestDegreeFirstColoring<>(graph).getColoring().getNumberColors();
  }

  /// Number of triangles.
  static long triangles(Graph<Integer, Integer> graph) {
    return GraphMetrics.getNumberOfTriangles(graph);
  }

  /// Clustering coefficients.
  static Map<Integer, Double> clustering(Graph<Integer, Integer> graph) {
    return new ClusteringCoefficient<>(graph).getScores();
  }

  /// The largest core number.
  static int degeneracy(Graph<Integer, Integer> graph) {
    return new Coreness<>(graph).getDegeneracy();
  }

  /// Sum of the Jaccard similarities of pairs.
  static double similarities(Graph<Integer, Integer> graph, int[] first, int[] second) {
    var jaccard = new JaccardCoefficientLinkPrediction<>(graph);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += jaccard.predict(first[i], second[i]);
    }
    return sum;
  }

  /// Number of communities by label propagation, ten iterations at most.
  static int labels(Graph<Integer, Integer> graph) {
    return new LabelPropagationClustering<>(graph, 10, new Random(1))
        .getClustering()
        .getNumberClusters();
  }

  /// Distances to everything.
  static Object shortestPaths(Graph<Integer, Integer> graph, int source) {
    return new DijkstraShortestPath<>(graph).getPaths(source);
  }

  /// Scores by the paths between all vertices: there is no less.
  static double betweenness(Graph<Integer, Integer> graph) {
    return new BetweennessCentrality<>(graph).getVertexScore(0);
  }

  /// Weight of a minimum spanning forest.
  static double spanningForest(Graph<Integer, Integer> graph) {
    return new KruskalMinimumSpanningTree<>(graph).getSpanningTree().getWeight();
  }

  /// Eigenvector centrality after exactly that many iterations.
  static Object eigenvector(Graph<Integer, Integer> graph, int iterations) {
    return new EigenvectorCentrality<>(graph, iterations, Double.MIN_VALUE).getScores();
  }

  /// Vertices met by a walk from each vertex.
  static long walks(Graph<Integer, Integer> graph, int length) {
    Random random = new Random(1);
    long met = 0;
    for (int v : graph.vertexSet()) {
      var walk = new RandomWalkVertexIterator<>(graph, v, length - 1, false, random);
      for (; walk.hasNext(); walk.next()) {
        met++;
      }
    }
    return met;
  }
}
