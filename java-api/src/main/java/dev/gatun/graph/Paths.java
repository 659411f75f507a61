package dev.gatun.graph;

import java.util.Arrays;

/// Paths out of parent vectors.
final class Paths {
  private Paths() {}

  /// From a source to `target`, both included. O(length of the path).
  static int[] to(int target, IntVector parents) {
    int[] path = new int[16];
    int length = 0;
    for (int v = target; v != -1; v = parents.get(v)) {
      if (length == path.length) {
        path = Arrays.copyOf(path, 2 * length);
      }
      path[length++] = v;
    }
    for (int i = 0, j = length - 1; i < j; i++, j--) {
      int v = path[i];
      path[i] = path[j];
      path[j] = v;
    }
    return Arrays.copyOf(path, length);
  }
}
