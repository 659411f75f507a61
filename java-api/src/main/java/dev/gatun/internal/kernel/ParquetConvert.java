package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `parquet_convert`: from stored values to those of the Arrow type. Input and output do not
/// overlap.
public interface ParquetConvert {
  /// What becomes what.
  enum Conversion {
    /// int32 to its low 8 bits
    INT32_TO_INT8,
    /// int32 to its low 16 bits
    INT32_TO_INT16,
    /// INT96 (8 bytes of nanoseconds of the day, 4 bytes Julian day) to int64 nanoseconds since
    // 1970,
    /// wrapping
    INT96_TO_NANOS,
    /// big-endian two's complement of `width` bytes to 16 bytes little-endian
    BIG_ENDIAN_TO_128,
    /// the same to 32 bytes
    BIG_ENDIAN_TO_256
  }

  /// Converts `n` values.
  ///
  /// @param width bytes of an input value: 4, 12, or 1 .. 16 and 1 .. 32 of big-endian numbers
  void fixed(
      Conversion conversion,
      int width,
      MemorySegment in,
      long inOffset,
      long n,
      MemorySegment out,
      long outOffset);

  /// Big-endian numbers of varying length, 0 .. 16 or 0 .. 32 bytes each, by offsets from element
  /// `index` on; an empty one is 0. More bytes than fit are a [DecodeException] unless they only
  /// repeat the sign.
  void decimals(
      Conversion conversion,
      MemorySegment offsets,
      long index,
      MemorySegment bytes,
      long n,
      MemorySegment out,
      long outOffset);
}
