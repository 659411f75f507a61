package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// What both implementations of [ColumnSpread] check before they touch a buffer.
public final class SpreadChecks {
  private SpreadChecks() {}

  /// Room for `n` values of `width` bytes from element `first` on, and a bit for each.
  public static void fixed(
      MemorySegment values,
      long first,
      int width,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present) {
    if (width < 1) {
      throw new IllegalArgumentException("width " + width + " is below 1");
    }
    Objects.checkFromIndexSize(first, n, values.byteSize() / width);
    slots(validity, bitOffset, n, present);
  }

  /// Room for `n` bits, and as many of validity.
  public static void bits(
      MemorySegment values,
      long first,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present) {
    Objects.checkFromIndexSize(first, n, values.byteSize() * Byte.SIZE);
    slots(validity, bitOffset, n, present);
  }

  /// Room for `n + 1` offsets, and a bit for each slot.
  public static void offsets(
      MemorySegment offsets,
      long first,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present) {
    Objects.checkFromIndexSize(first, n + 1, offsets.byteSize() / Integer.BYTES);
    slots(validity, bitOffset, n, present);
  }

  private static void slots(MemorySegment validity, long bitOffset, long n, long present) {
    Objects.checkFromIndexSize(bitOffset, n, validity.byteSize() * Byte.SIZE);
    if (present < 0 || present > n) {
      throw otherNumber();
    }
  }

  /// For a bitmap that does not have `present` ones.
  public static IllegalArgumentException otherNumber() {
    return new IllegalArgumentException("bitmap has another number of ones");
  }
}
