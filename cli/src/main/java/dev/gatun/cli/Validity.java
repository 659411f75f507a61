package dev.gatun.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Validity bitmaps in Arrow layout: bit `i`, from the lowest of each byte on, is 1 where slot `i`
/// has a value. Null stands for all ones.
final class Validity {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Validity() {}

  /// Hears of slots with values, many at a time.
  @FunctionalInterface
  interface Runs {
    /// The slots `from` to `to - 1` have values.
    void add(int from, int to);
  }

  /// Finds the longest runs of ones among the first `n` bits.
  static void runs(@Nullable MemorySegment bits, int n, Runs sink) {
    if (bits == null) {
      if (n > 0) {
        sink.add(0, n);
      }
      return;
    }
    int start = -1; // of the run that we are in
    for (int base = 0; base < n; base += Long.SIZE) {
      long word = word(bits, base, n);
      int at = 0;
      while (at < Long.SIZE) {
        // Where this run or gap ends; shifting in zeros for a gap, and for a run what looks like
        // ones, lets both go on to the next word.
        long changes = (start < 0 ? word : ~word) >>> at;
        if (changes == 0) {
          break;
        }
        at += Long.numberOfTrailingZeros(changes);
        if (start < 0) {
          start = base + at;
        } else {
          sink.add(start, base + at);
          start = -1;
        }
      }
    }
    if (start >= 0) {
      sink.add(start, n);
    }
  }

  /// Ones among the first `n` bits.
  static int count(@Nullable MemorySegment bits, int n) {
    if (bits == null) {
      return n;
    }
    int count = 0;
    for (int base = 0; base < n; base += Long.SIZE) {
      count += Long.bitCount(word(bits, base, n));
    }
    return count;
  }

  /// The slots that have a value in both.
  static @Nullable MemorySegment and(@Nullable MemorySegment a, @Nullable MemorySegment b, int n) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    // Off the heap as columns are: loops that see one kind of segment only are faster.
    MemorySegment both = Arena.ofAuto().allocate((n + Long.SIZE - 1) / Long.SIZE * Long.BYTES);
    for (int base = 0; base < n; base += Long.SIZE) {
      both.set(WORD, base >>> 3, word(a, base, n) & word(b, base, n));
    }
    return both;
  }

  /// Bits `base` to `base + 63`, zeros from `n` on.
  private static long word(MemorySegment bits, int base, int n) {
    int left = n - base;
    if (left >= Long.SIZE) {
      return bits.get(WORD, base >>> 3);
    }
    long word = 0;
    for (int bit = 0; bit < left; bit += Byte.SIZE) {
      word |= (bits.get(ValueLayout.JAVA_BYTE, base + bit >>> 3) & 0xffL) << bit;
    }
    return word & -1L >>> -left;
  }
}
