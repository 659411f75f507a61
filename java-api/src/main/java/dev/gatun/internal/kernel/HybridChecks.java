package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// What both implementations of [ParquetHybrid] check before they touch a buffer, and what they say
/// of broken bytes.
public final class HybridChecks {
  /// Of a level that is not below its limit.
  public static final String LEVEL = "level out of range";

  /// Of an index behind the last entry.
  public static final String INDEX = "dictionary index out of range";

  private HybridChecks() {}

  /// A section, with the bytes behind it.
  public static void section(MemorySegment data, long offset, long size) {
    Objects.checkFromIndexSize(offset, size, data.byteSize());
    Objects.checkFromIndexSize(offset, size + ParquetHybrid.SLACK, data.byteSize());
  }

  /// Room for `n` bits behind `bitOffset`.
  public static void bits(long n, MemorySegment bitmap, long bitOffset) {
    Objects.checkFromIndexSize(bitOffset, n, bitmap.byteSize() * Byte.SIZE);
  }

  /// Room for `n` bytes.
  public static void bytes(long n, MemorySegment out, long offset, int limit) {
    Objects.checkFromIndexSize(offset, n, out.byteSize());
    if (limit < 1 || limit > 1 << Byte.SIZE) {
      throw new IllegalArgumentException("limit " + limit + " is outside 1..256");
    }
  }

  /// Room for `n` int32.
  public static void indices(long n, MemorySegment out, long offset, int limit) {
    room(n, Integer.BYTES, out, offset);
    if (limit < 0) {
      throw new IllegalArgumentException("limit " + limit + " is negative");
    }
  }

  /// Room for `n` entries, and a whole dictionary.
  public static void gather(
      long n, int width, MemorySegment dictionary, int entries, MemorySegment out, long offset) {
    if (width < 1 || entries < 0) {
      throw new IllegalArgumentException("no dictionary: " + entries + " entries of " + width);
    }
    room(entries, width, dictionary, 0);
    room(n, width, out, offset);
  }

  private static void room(long n, int width, MemorySegment segment, long offset) {
    Objects.checkIndex(n, Long.MAX_VALUE / width);
    Objects.checkFromIndexSize(offset, n * width, segment.byteSize());
  }
}
