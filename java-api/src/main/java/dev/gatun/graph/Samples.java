package dev.gatun.graph;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Vertices drawn at random.
final class Samples {
  private Samples() {}

  /// How many [#draw] gives.
  static int count(int wish, int vertices) {
    return wish == 0 ? vertices : Math.min(wish, vertices);
  }

  /// `wish` different vertices in ascending order, all of them when there are no more or `wish` is
  /// 0. The same for the same arguments. O(n).
  static int[] draw(int wish, int vertices, long seed) {
    int count = count(wish, vertices);
    int[] all = IntStream.range(0, vertices).toArray();
    if (count == vertices) {
      return all;
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, vertices);
      int chosen = all[other];
      all[other] = all[i];
      all[i] = chosen;
    }
    int[] drawn = Arrays.copyOf(all, count);
    Arrays.sort(drawn);
    return drawn;
  }
}
