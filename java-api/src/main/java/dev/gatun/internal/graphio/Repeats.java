package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/// Finds an edge that is given twice.
final class Repeats {
  private static final int CHECKPOINT_MASK = 0xffff;

  private final MemorySegment pairs;
  private final long count;
  private final boolean symmetric;
  private final ByteSource source;

  private Repeats(MemorySegment pairs, long count, boolean symmetric, ByteSource source) {
    this.pairs = pairs;
    this.count = count;
    this.symmetric = symmetric;
    this.source = source;
  }

  /// The index of an edge that was there before, -1 when all are different. O(count), without
  /// memory when the edges are in order of their targets, as most files have them.
  ///
  /// @param symmetric whether (u, v) and (v, u) are the same
  static long find(MemorySegment pairs, long count, boolean symmetric, ByteSource source) {
    Repeats repeats = new Repeats(pairs, count, symmetric, source);
    return repeats.ascend() ? -1 : repeats.findByHash();
  }

  /// Target above source, and one more, so that no key is 0.
  private long key(long i) {
    int u = pairs.getAtIndex(JAVA_INT, 2 * i);
    int v = pairs.getAtIndex(JAVA_INT, 2 * i + 1);
    int high = symmetric ? Math.min(u, v) : v;
    int low = symmetric ? Math.max(u, v) : u;
    return ((long) high << 32 | low) + 1;
  }

  private boolean ascend() {
    long last = 0;
    for (long i = 0; i < count; i++) {
      if ((i & CHECKPOINT_MASK) == 0) {
        source.checkpoint();
      }
      long key = key(i);
      if (key <= last) {
        return false;
      }
      last = key;
    }
    return true;
  }

  private long findByHash() {
    long slots = count + count / 2 + 1;
    MemorySegment table = zeroed(slots);
    for (long i = 0; i < count; i++) {
      if ((i & CHECKPOINT_MASK) == 0) {
        source.checkpoint();
      }
      long key = key(i);
      long at = Math.unsignedMultiplyHigh(HashIndex.mix(key), slots);
      long other;
      while ((other = table.getAtIndex(JAVA_LONG, at)) != 0) {
        if (other == key) {
          return i;
        }
        at = at + 1 == slots ? 0 : at + 1;
      }
      table.setAtIndex(JAVA_LONG, at, key);
    }
    return -1;
  }

  private MemorySegment zeroed(long slots) {
    MemorySegment table = source.execution().scratch().allocate(slots, Long.BYTES);
    long piece = 1L << 22;
    for (long at = 0; at < table.byteSize(); at += piece) {
      source.checkpoint();
      table.asSlice(at, Math.min(piece, table.byteSize() - at)).fill((byte) 0);
    }
    return table;
  }
}
