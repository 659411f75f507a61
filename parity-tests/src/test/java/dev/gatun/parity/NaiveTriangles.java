package dev.gatun.parity;

import dev.gatun.graph.CsrGraph;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Triangles by trying all triples of vertices.
///
/// @param arcs whether there is an edge from the first vertex to the second, loops left out
record NaiveTriangles(boolean[][] arcs) {

  static NaiveTriangles of(CsrGraph graph) {
    int n = graph.vertices();
    boolean[][] arcs = new boolean[n][n];
    for (int u = 0; u < n; u++) {
      for (int v : graph.neighbours(u)) {
        arcs[u][v] = u != v;
      }
    }
    return new NaiveTriangles(arcs);
  }

  boolean adjacent(int u, int v) {
    return arcs[u][v] || arcs[v][u];
  }

  int degree(int u) {
    return (int) vertices().filter(v -> adjacent(u, v)).count();
  }

  long count() {
    return LongStream.of(perVertex()).sum() / 3;
  }

  long[] perVertex() {
    return vertices().mapToLong(u -> pairs(u, this::adjacent) / 2).toArray();
  }

  double[] clustering() {
    return vertices().mapToDouble(u -> share(pairs(u, this::adjacent), degree(u))).toArray();
  }

  double[] directedClustering() {
    return vertices().mapToDouble(u -> share(pairs(u, (v, w) -> arcs[v][w]), degree(u))).toArray();
  }

  double transitivity() {
    double wedges = vertices().mapToDouble(u -> degree(u) * (degree(u) - 1.0) / 2).sum();
    return wedges == 0 ? 0 : 3.0 * count() / wedges;
  }

  private interface Relation {
    boolean holds(int v, int w);
  }

  /// Ordered pairs of neighbours of u that a relation holds for.
  private long pairs(int u, Relation relation) {
    int[] neighbours = vertices().filter(v -> adjacent(u, v)).toArray();
    return Arrays.stream(neighbours)
        .mapToLong(
            v -> Arrays.stream(neighbours).filter(w -> v != w && relation.holds(v, w)).count())
        .sum();
  }

  private static double share(long pairs, double degree) {
    return degree < 2 ? 0 : pairs / (degree * (degree - 1));
  }

  private IntStream vertices() {
    return IntStream.range(0, arcs.length);
  }
}
