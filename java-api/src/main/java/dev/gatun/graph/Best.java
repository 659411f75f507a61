package dev.gatun.graph;

import java.util.PriorityQueue;

/// The vertices with the highest values.
final class Best {
  private Best() {}

  /// The `k` vertices of highest value, highest first, smaller ids first among equals. O(n log k).
  static int[] highest(DoubleVector values, int k) {
    PriorityQueue<Integer> worstFirst = new PriorityQueue<>((a, b) -> -compare(values, a, b));
    for (int v = 0; v < values.size() && k > 0; v++) {
      if (worstFirst.size() < k) {
        worstFirst.add(v);
      } else if (compare(values, v, worstFirst.element()) < 0) {
        worstFirst.remove();
        worstFirst.add(v);
      }
    }
    int[] top = new int[worstFirst.size()];
    for (int i = top.length - 1; i >= 0; i--) {
      top[i] = worstFirst.remove();
    }
    return top;
  }

  private static int compare(DoubleVector values, int a, int b) {
    int byValue = Double.compare(values.get(b), values.get(a));
    return byValue != 0 ? byValue : Integer.compare(a, b);
  }
}
