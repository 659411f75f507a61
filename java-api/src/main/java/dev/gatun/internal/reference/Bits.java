package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// Bitmaps in Arrow layout: bit `i` is bit `i % 8` of byte `i / 8`.
final class Bits {
  private Bits() {}

  static boolean get(MemorySegment bitmap, long bit) {
    return (bitmap.get(JAVA_BYTE, bit >> 3) >> (bit & 7) & 1) != 0;
  }

  /// Writes a bitmap bit by bit, whole bytes at a time; never before what has been read of a bitmap
  /// that is written in place.
  static final class Writer {
    private final MemorySegment bitmap;
    private long written;
    private int pending;

    Writer(MemorySegment bitmap) {
      this.bitmap = bitmap;
    }

    void put(boolean bit) {
      pending |= (bit ? 1 : 0) << (written & 7);
      if ((++written & 7) == 0) {
        bitmap.set(JAVA_BYTE, (written >> 3) - 1, (byte) pending);
        pending = 0;
      }
    }

    /// Writes the last byte, if it is not full.
    void finish() {
      if ((written & 7) != 0) {
        bitmap.set(JAVA_BYTE, written >> 3, (byte) pending);
      }
    }
  }
}
