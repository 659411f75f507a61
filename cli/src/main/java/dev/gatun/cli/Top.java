package dev.gatun.cli;

import java.util.PriorityQueue;

/// The first few of many vertices.
final class Top {
  private Top() {}

  /// Order of vertices by something that grows.
  @FunctionalInterface
  interface ByValue {
    /// Negative when `a` has less than `b`.
    int compare(int a, int b);
  }

  /// Which vertices count.
  @FunctionalInterface
  interface Among {
    /// Whether the vertex counts.
    boolean test(int vertex);
  }

  /// The `k` vertices of 0 .. n - 1 with most, most first, equal ones by id. O(n log k).
  static int[] largest(int n, int k, Among among, ByValue value) {
    // Head: the one that goes next.
    PriorityQueue<Integer> best =
        new PriorityQueue<>(
            (a, b) -> {
              int order = value.compare(a, b);
              return order != 0 ? order : Integer.compare(b, a);
            });
    for (int v = 0; k > 0 && v < n; v++) {
      if (!among.test(v)) {
        continue;
      }
      if (best.size() < k) {
        best.add(v);
      } else if (value.compare(v, best.element()) > 0) {
        best.poll();
        best.add(v);
      }
    }
    int[] result = new int[best.size()];
    for (int i = result.length - 1; i >= 0; i--) {
      result[i] = best.remove();
    }
    return result;
  }
}
