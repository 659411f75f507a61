package dev.gatun.internal.graphio;

import java.util.SplittableRandom;

/// From the hash of a key to the vertices that may have it: open addressing in 256 tables, chosen
/// by the top byte of the hash, so that each of them grows in a moment. A slot holds 32 bits of the
/// hash and vertex + 1; 0 is empty.
///
/// Hashes are seeded, so that no input can be made to collide. The seed has no effect on results.
final class HashIndex {
  private static final int TABLES = 256;
  private static final int FIRST_SLOTS = 16;

  private final long[][] tables = new long[TABLES][FIRST_SLOTS];
  private final int[] used = new int[TABLES];
  private final long seed = new SplittableRandom().nextLong();

  long seed() {
    return seed;
  }

  /// Spreads every bit of `h` over all bits.
  static long mix(long h) {
    h = (h ^ h >>> 32) * 0x9e3779b97f4a7c15L;
    h = (h ^ h >>> 29) * 0xd6e8feb86659fd93L;
    return h ^ h >>> 32;
  }

  /// The table to look for a hash in: slots from `(int) hash` on, modulo the length, up to the
  /// first empty one.
  long[] table(long hash) {
    return tables[(int) (hash >>> 56)];
  }

  /// The slots where the search for each hash begins. A loop of its own, so that waiting for memory
  /// overlaps.
  void firstSlots(long[] hashes, int count, long[] slots) {
    for (int i = 0; i < count; i++) {
      long[] table = table(hashes[i]);
      slots[i] = table[(int) hashes[i] & table.length - 1];
    }
  }

  /// Whether a slot was filled for a key of this hash, or one very much like it.
  static boolean mayHold(long slot, long hash) {
    return (int) (slot >>> 32) == (int) hash;
  }

  /// The vertex in a slot that is not empty.
  static int vertex(long slot) {
    return (int) slot - 1;
  }

  /// Adds a vertex. Amortised O(1).
  void insert(long hash, int vertex) {
    int t = (int) (hash >>> 56);
    if (2 * ++used[t] > tables[t].length) {
      long[] larger = new long[2 * tables[t].length];
      for (long slot : tables[t]) {
        if (slot != 0) {
          put(larger, slot);
        }
      }
      tables[t] = larger;
    }
    put(tables[t], hash << 32 | vertex + 1);
  }

  private static void put(long[] table, long slot) {
    int mask = table.length - 1;
    int at = (int) (slot >>> 32) & mask;
    while (table[at] != 0) {
      at = at + 1 & mask;
    }
    table[at] = slot;
  }
}
