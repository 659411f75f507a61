package dev.gatun.internal.parquet.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Leaves of a batch that are read together as one task: the dear ones alone, many cheap ones
/// together, so that a task is worth taking.
///
/// @param filtering whether they are read first, for the predicate
record Bundle(int[] leaves, boolean filtering, long cost) {
  /// Tasks a batch has for each thread, so that the last ones to end are short.
  private static final int EACH = 8;

  /// All leaves, those for the predicate first, and of each kind the dearest bundle first.
  ///
  /// @param costs of the leaves, in any unit
  static List<Bundle> of(long[] costs, boolean[] filtering, int threads) {
    List<Bundle> all = new ArrayList<>(of(costs, filtering, true, threads));
    all.addAll(of(costs, filtering, false, threads));
    return List.copyOf(all);
  }

  private static List<Bundle> of(long[] costs, boolean[] filtering, boolean kind, int threads) {
    int[] leaves =
        IntStream.range(0, costs.length)
            .filter(leaf -> filtering[leaf] == kind)
            .boxed()
            .sorted(Comparator.comparingLong(leaf -> -costs[leaf]))
            .mapToInt(Integer::intValue)
            .toArray();
    int count = Math.min(leaves.length, EACH * threads);
    List<List<Integer>> parts = new ArrayList<>();
    long[] sums = new long[count];
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    for (int leaf : leaves) {
      int least = least(sums);
      parts.get(least).add(leaf);
      sums[least] += Math.max(1, costs[leaf]);
    }
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Bundle(
                    parts.get(i).stream().mapToInt(Integer::intValue).toArray(), kind, sums[i]))
        .sorted(Comparator.comparingLong(bundle -> -bundle.cost()))
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
