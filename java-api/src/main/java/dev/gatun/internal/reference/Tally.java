package dev.gatun.internal.reference;

import java.util.Arrays;

/// Sums by key, in the order in which keys were first met.
final class Tally {
  private final int[] places; // of keys, plus one; 0: not there
  private int[] keys = new int[16];
  private long[] sums = new long[16];
  private int count;

  /// @param limit keys are below it
  Tally(int limit) {
    places = new int[limit];
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      places[keys[i]] = 0;
    }
    count = 0;
  }

  void add(int key, long value) {
    if (places[key] == 0) {
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, 2 * count);
        sums = Arrays.copyOf(sums, 2 * count);
      }
      keys[count] = key;
      sums[count] = 0;
      places[key] = ++count;
    }
    sums[places[key] - 1] += value;
  }

  int count() {
    return count;
  }

  int key(int i) {
    return keys[i];
  }

  long sum(int i) {
    return sums[i];
  }

  /// The sum of a key, 0 where it is not there.
  long sumOf(int key) {
    return places[key] == 0 ? 0 : sums[places[key] - 1];
  }
}
