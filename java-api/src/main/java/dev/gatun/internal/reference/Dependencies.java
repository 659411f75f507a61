package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.Csr;
import java.util.Arrays;

/// Dependencies of one source on all vertices: a breadth-first search that counts shortest paths,
/// and a walk back over its levels.
///
/// Source: U. Brandes, A Faster Algorithm for Betweenness Centrality, J. Math. Sociology 25(2),
/// 2001.
final class Dependencies {
  /// What a search keeps.
  static final long BYTES_A_VERTEX = 2 * Integer.BYTES + 2 * Double.BYTES + 1;

  private static final int UNREACHED = -1;
  private static final double MOST_SIGMA = 0x1p900;
  private static final double LEAST_SIGMA = 0x1p-900;
  private static final double STEP_DOWN = 0x1p-64;

  private final Csr graph;
  private final Csr inGraph;
  private final Pace pace;
  private final int[] levels;

  /// The vertices reached, by level.
  private final int[] queue;

  /// Shortest paths to each vertex, relative to the power of two that belongs to its level.
  private final double[] sigma;

  /// (1 + dependency) / sigma of each vertex.
  private final double[] shares;

  /// Whether a level's sigmas are taken [#STEP_DOWN] times those of the level before.
  private final boolean[] scaled;

  Dependencies(Csr graph, Csr inGraph, Pace pace) {
    int n = graph.vertices();
    this.graph = graph;
    this.inGraph = inGraph;
    this.pace = pace;
    levels = new int[n];
    queue = new int[n];
    sigma = new double[n];
    shares = new double[n];
    scaled = new boolean[n + 1];
  }

  /// Adds them to `sums`; the source's own stays out.
  ///
  /// @param done units of progress before
  void add(int source, double[] sums, long done) {
    int reached = search(source, done);
    for (int i = reached - 1; i > 0; i--) {
      int v = queue[i];
      double scale = scaled[levels[v] + 1] ? STEP_DOWN : 1;
      double delta = sigma[v] * sharesAfter(v, done + reached) * scale;
      shares[v] = (1 + delta) / sigma[v];
      sums[v] += delta;
    }
  }

  /// Fills levels, queue and sigma.
  ///
  /// @return vertices reached
  private int search(int source, long done) {
    Arrays.fill(levels, UNREACHED);
    Arrays.fill(scaled, false);
    levels[source] = 0;
    queue[0] = source;
    int reached = 1;
    double most = 0;
    for (int head = 0; head < reached; head++) {
      int v = queue[head];
      int level = levels[v];
      if (head > 0 && levels[queue[head - 1]] < level) {
        scaled[level] = most > MOST_SIGMA;
        most = 0;
      }
      double scale = scaled[level] ? STEP_DOWN : 1;
      double paths = head == 0 ? 1 : pathsBefore(v, done + head) * scale;
      sigma[v] = Math.max(paths, LEAST_SIGMA);
      most = Math.max(most, sigma[v]);
      for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
        int w = graph.neighbour(e);
        if (levels[w] == UNREACHED) {
          levels[w] = level + 1;
          queue[reached++] = w;
        }
        pace.step(done + head);
      }
    }
    return reached;
  }

  private double pathsBefore(int v, long done) {
    double sum = 0;
    for (long e = inGraph.offset(v), end = inGraph.offset(v + 1); e < end; e++) {
      int u = inGraph.neighbour(e);
      if (levels[u] == levels[v] - 1) {
        sum += sigma[u];
      }
      pace.step(done);
    }
    return sum;
  }

  private double sharesAfter(int v, long done) {
    double sum = 0;
    for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
      int w = graph.neighbour(e);
      if (levels[w] == levels[v] + 1) {
        sum += shares[w];
      }
      pace.step(done);
    }
    return sum;
  }
}
