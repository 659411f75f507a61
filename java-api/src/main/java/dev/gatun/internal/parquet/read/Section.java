package dev.gatun.internal.parquet.read;

import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A stretch of a page. At least 64 readable bytes lie behind it.
///
/// @param data the buffer it lies in
record Section(MemorySegment data, long offset, long size) {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN);

  /// Its first `n` bytes.
  Section first(long n, String what) {
    if (n < 0 || n > size) {
      throw new DecodeException(0, what + " take " + n + " bytes, only " + size + " are left");
    }
    return new Section(data, offset, n);
  }

  /// What is behind its first `n` bytes.
  Section after(long n) {
    return new Section(data, offset + n, size - n);
  }

  /// The stretch that a length of four bytes in front announces.
  Section prefixed(String what) {
    if (size < 4) {
      throw new DecodeException(0, what + " lack their length");
    }
    return after(4).first(data.get(INT, offset), what);
  }
}
