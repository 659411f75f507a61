package dev.gatun.parity;

import dev.gatun.graph.CsrGraph;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.support.Edges;
import dev.gatun.support.TestGraph;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Shortest paths by trying every edge until nothing gets shorter, with integers of any size.
final class NaiveSssp {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE - 1);
  private static final int NONE = -1;

  private record Edge(int from, int to, Number weight) {}

  private NaiveSssp() {}

  /// Figures as [CsrSsspParityTest] takes them from a result.
  static Object[] figures(TestGraph form, CsrGraph graph, int[] sources) {
    List<Edge> edges = edges(form, graph);
    return form.edges().type().isInteger()
        ? longFigures(edges, graph.vertices(), sources)
        : doubleFigures(edges, graph.vertices(), sources);
  }

  /// The edges that the graph was built from, and their opposites where it is undirected: of equal
  /// ones only the least weight matters to a shortest path, and loops never do.
  private static List<Edge> edges(TestGraph form, CsrGraph graph) {
    Edges given = form.edges();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Number weight = given.boxedWeight(i);
      edges.add(new Edge(given.source()[i], given.target()[i], weight));
      if (!graph.isDirected()) {
        edges.add(new Edge(given.target()[i], given.source()[i], weight));
      }
    }
    return edges;
  }

  private static Object[] longFigures(List<Edge> edges, int n, int[] sources) {
    BigInteger[] distances = new BigInteger[n];
    for (int source : sources) {
      distances[source] = BigInteger.ZERO;
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (Edge e : edges) {
        if (distances[e.from] != null) {
          BigInteger length = distances[e.from].add(BigInteger.valueOf(e.weight.longValue()));
          if (distances[e.to] == null || length.compareTo(distances[e.to]) < 0) {
            distances[e.to] = length;
            changed = true;
          }
        }
      }
    }
    for (BigInteger distance : distances) {
      if (distance != null && distance.compareTo(MOST) > 0) {
        throw new ArithmeticException(Messages.distanceOverflow());
      }
    }
    long[] longs = new long[n];
    for (int v = 0; v < n; v++) {
      longs[v] = distances[v] == null ? Long.MAX_VALUE : distances[v].longValueExact();
    }
    List<Edge> tight =
        edges.stream()
            .filter(e -> longs[e.from] != Long.MAX_VALUE)
            .filter(e -> longs[e.to] - longs[e.from] == e.weight.longValue())
            .toList();
    double[] ranks = ranks(longs);
    long reached = Arrays.stream(longs).filter(d -> d != Long.MAX_VALUE).count();
    return new Object[] {longs, parents(tight, ranks, sources), reached};
  }

  /// The place of each distance in the order of all: longs do not fit doubles, their order does.
  private static double[] ranks(long[] distances) {
    long[] sorted = Arrays.stream(distances).sorted().distinct().toArray();
    return Arrays.stream(distances).mapToDouble(d -> Arrays.binarySearch(sorted, d)).toArray();
  }

  private static Object[] doubleFigures(List<Edge> edges, int n, int[] sources) {
    double[] distances = new double[n];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int source : sources) {
      distances[source] = 0;
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (Edge e : edges) {
        double length = distances[e.from] + e.weight.doubleValue();
        if (length < distances[e.to]) {
          distances[e.to] = length;
          changed = true;
        }
      }
    }
    List<Edge> tight =
        edges.stream()
            .filter(e -> distances[e.to] < Double.POSITIVE_INFINITY)
            .filter(e -> distances[e.from] + e.weight.doubleValue() == distances[e.to])
            .toList();
    long reached = Arrays.stream(distances).filter(d -> d < Double.POSITIVE_INFINITY).count();
    return new Object[] {distances, parents(tight, distances, sources), reached};
  }

  /// The rule of `gatun/csr_sssp.h`: smallest ids over tight edges that add to the distance; what
  /// then has no parent is reached breadth-first through edges that add nothing.
  private static int[] parents(List<Edge> tight, double[] distances, int[] sources) {
    int n = distances.length;
    int[] parents = new int[n];
    Arrays.fill(parents, NONE);
    for (Edge e : tight) {
      if (distances[e.from] < distances[e.to]) {
        parents[e.to] = smaller(parents[e.to], e.from);
      }
    }
    int[] levels = new int[n];
    for (int v = 0; v < n; v++) {
      levels[v] = parents[v] != NONE ? 0 : NONE;
    }
    for (int source : sources) {
      levels[source] = 0;
    }
    for (int level = 1; level <= n; level++) {
      for (Edge e : tight) {
        boolean isNew = levels[e.to] == NONE || levels[e.to] == level;
        if (levels[e.from] == level - 1 && isNew) {
          levels[e.to] = level;
          parents[e.to] = smaller(parents[e.to], e.from);
        }
      }
    }
    return parents;
  }

  private static int smaller(int parent, int candidate) {
    return parent == NONE ? candidate : Math.min(parent, candidate);
  }
}
