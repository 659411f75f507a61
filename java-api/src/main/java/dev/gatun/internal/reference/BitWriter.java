package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// Writes a bitmap bit by bit, whole bytes at a time; never before what has been read of a bitmap
/// that is written in place.
final class BitWriter {
  private final MemorySegment bitmap;
  private long written;
  private int pending;

  BitWriter(MemorySegment bitmap) {
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
