package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.Csr;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The reverse Cuthill-McKee order: breadth-first from a far end of each component, neighbours by
/// degree and id, then all turned round.
///
/// Sources: E. Cuthill, J. McKee, Reducing the Bandwidth of Sparse Symmetric Matrices, ACM National
/// Conference 1969; A. George, J. Liu, An Implementation of a Pseudoperipheral Node Finder, ACM
/// TOMS 5(3), 1979.
final class CuthillMckee {
  private final Csr graph;
  private final Pace pace;
  private final int[] order;
  private final boolean[] seen;

  CuthillMckee(Csr graph, Pace pace) {
    this.graph = graph;
    this.pace = pace;
    this.order = new int[graph.vertices()];
    this.seen = new boolean[graph.vertices()];
  }

  int[] order() {
    int done = 0;
    for (int v : byDegree(IntStream.range(0, order.length).toArray())) {
      if (!seen[v]) {
        done = search(farEnd(v, done), done).end;
      }
    }
    int[] turned = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      turned[i] = order[order.length - 1 - i];
    }
    return turned;
  }

  /// @param last where the last one begins in the order
  /// @param end where it ends
  private record Levels(int count, int last, int end) {}

  private int[] byDegree(int[] vertices) {
    return VertexSort.ascending(vertices, v -> graph.offset(v + 1) - graph.offset(v));
  }

  /// Searches from one end to the other until that takes no more levels than before. Leaves its
  /// component unseen.
  private int farEnd(int from, int at) {
    int end = from;
    int most = 0;
    while (true) {
      Levels levels = search(end, at);
      for (int i = at; i < levels.end; i++) {
        seen[order[i]] = false;
      }
      if (levels.count <= most) {
        return end;
      }
      most = levels.count;
      end = byDegree(Arrays.copyOfRange(order, levels.last, levels.end))[0];
    }
  }

  /// Breadth-first into the order from a place on.
  private Levels search(int from, int at) {
    order[at] = from;
    seen[from] = true;
    int count = 0;
    int last = at;
    int end = at + 1;
    int levelEnd = at;
    for (int i = at; i < end; i++) {
      if (i == levelEnd) {
        count++;
        last = i;
        levelEnd = end;
      }
      for (int v : byDegree(unseenNeighbours(order[i]))) {
        order[end++] = v;
      }
    }
    return new Levels(count, last, end);
  }

  private int[] unseenNeighbours(int u) {
    long begin = graph.offset(u);
    long end = graph.offset(u + 1);
    int[] unseen = new int[(int) Math.min(end - begin, order.length)];
    int count = 0;
    for (long e = begin; e < end; e++) {
      int v = graph.neighbour(e);
      if (!seen[v]) {
        seen[v] = true;
        unseen[count++] = v;
      }
      pace.step(0);
    }
    return Arrays.copyOf(unseen, count);
  }
}
