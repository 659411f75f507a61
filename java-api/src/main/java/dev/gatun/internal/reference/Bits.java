package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// Single bits of bitmaps, least significant bit first.
final class Bits {
  private Bits() {}

  /// Bytes that hold so many bits.
  static long bytes(long bits) {
    return (bits >>> 3) + ((bits & 7) == 0 ? 0 : 1);
  }

  static boolean get(MemorySegment bitmap, long index) {
    return (bitmap.get(JAVA_BYTE, index >>> 3) >> (index & 7) & 1) != 0;
  }

  static void set(MemorySegment bitmap, long index, boolean value) {
    int mask = 1 << (index & 7);
    int old = bitmap.get(JAVA_BYTE, index >>> 3);
    bitmap.set(JAVA_BYTE, index >>> 3, (byte) (value ? old | mask : old & ~mask));
  }

  /// Clears the bits from `index` up to the end of its byte; none when it begins one.
  static void clearRestOfByte(MemorySegment bitmap, long index) {
    if ((index & 7) != 0) {
      int old = bitmap.get(JAVA_BYTE, index >>> 3);
      bitmap.set(JAVA_BYTE, index >>> 3, (byte) (old & (1 << (index & 7)) - 1));
    }
  }
}
