package dev.gatun.internal.reference;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// Vertices in order of a number that each of them has.
final class VertexSort {
  private VertexSort() {}

  /// Vertices 0 to n - 1, the highest number first, by id among equals.
  ///
  /// @param number 0 and more; above 2^31 - 1 all are sorted as one
  static int[] descending(int n, IntToLongFunction number) {
    long[] keys = new long[n];
    for (int v = 0; v < n; v++) {
      keys[v] = (Integer.MAX_VALUE - capped(number.applyAsLong(v))) << Integer.SIZE | v;
    }
    return sorted(keys);
  }

  /// The lowest number first.
  static int[] ascending(int[] vertices, IntToLongFunction number) {
    long[] keys = new long[vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      keys[i] = capped(number.applyAsLong(vertices[i])) << Integer.SIZE | vertices[i];
    }
    return sorted(keys);
  }

  private static long capped(long number) {
    return Math.min(number, Integer.MAX_VALUE);
  }

  private static int[] sorted(long[] keys) {
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
