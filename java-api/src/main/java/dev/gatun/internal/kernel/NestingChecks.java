package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// What both implementations of [ParquetNesting] check before they touch a buffer.
public final class NestingChecks {
  private static final int HIGHEST_LEVEL = 255;

  private NestingChecks() {}

  /// Whether the levels are all zero and not there.
  public static boolean absent(MemorySegment rep) {
    return rep.address() == 0 && rep.byteSize() == 0;
  }

  /// `n` repetition levels, or none.
  public static void levels(MemorySegment rep, long from, long n) {
    Objects.checkFromIndexSize(from, n, Integer.MAX_VALUE);
    if (!absent(rep)) {
      Objects.checkFromIndexSize(from, n, rep.byteSize());
    }
  }

  /// `n` levels of both kinds.
  public static void levels(MemorySegment def, MemorySegment rep, long from, long n) {
    Objects.checkFromIndexSize(from, n, def.byteSize());
    levels(rep, from, n);
  }

  /// A number of records.
  public static void want(long want) {
    Objects.checkIndex(want, Long.MAX_VALUE);
  }

  /// Levels to compare with.
  public static void compared(int slotRep, int slotDef, int itemDef) {
    if ((slotRep | slotDef | itemDef) < 0
        || Math.max(slotRep, Math.max(slotDef, itemDef)) > HIGHEST_LEVEL) {
      throw new IllegalArgumentException("level is outside 0..255");
    }
  }

  /// Bits behind `bitOffset`.
  public static long bits(MemorySegment bitmap, long bitOffset) {
    long bits = bitmap.byteSize() * Byte.SIZE;
    Objects.checkFromIndexSize(bitOffset, 0, bits);
    return bits - bitOffset;
  }

  /// Room for offsets from `index` on.
  public static long offsets(MemorySegment out, long index) {
    long offsets = out.byteSize() / Integer.BYTES;
    Objects.checkFromIndexSize(index, 0, offsets);
    return offsets - index;
  }
}
