package dev.gatun.internal.parquet.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which leaves of a batch are read together as one task: the dear ones alone, many cheap ones
/// together, so that a task is worth taking.
final class Bundles {
  /// Tasks a batch has for each thread, so that the last ones to end are short.
  private static final int EACH = 8;

  private Bundles() {}

  /// @param costs of the leaves, in any unit
  /// @return leaves of each bundle, the dearest bundle first
  static List<int[]> of(long[] costs, int threads) {
    int count = Math.min(costs.length, EACH * threads);
    List<List<Integer>> bundles = new ArrayList<>();
    long[] sums = new long[count];
    for (int i = 0; i < count; i++) {
      bundles.add(new ArrayList<>());
    }
    IntStream.range(0, costs.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer leaf) -> -costs[leaf]))
        .forEach(
            leaf -> {
              int least = least(sums);
              bundles.get(least).add(leaf);
              sums[least] += Math.max(1, costs[leaf]);
            });
    return bundles.stream()
        .map(bundle -> bundle.stream().mapToInt(Integer::intValue).toArray())
        .sorted(
            Comparator.comparingLong((int[] b) -> -IntStream.of(b).mapToLong(i -> costs[i]).sum()))
        .toList();
  }

  private static int least(long[] sums) {
    int least = 0;
    for (int i = 1; i < sums.length; i++) {
      if (sums[i] < sums[least]) {
        least = i;
      }
    }
    return least;
  }
}
