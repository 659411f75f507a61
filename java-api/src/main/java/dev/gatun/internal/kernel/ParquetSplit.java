package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `parquet_split`: BYTE_STREAM_SPLIT (Parquet format, Encodings.md): byte `b` of value `i`
/// is byte `b * values + i` of the section. Contract: `gatun/parquet_split.h`.
public interface ParquetSplit {
  /// Values `first .. first + n - 1` of a section of `values * width` bytes at `offset` of `data`,
  /// to `outOffset` of `out`, `width` bytes each.
  void join(
      MemorySegment data,
      long offset,
      long values,
      int width,
      long first,
      long n,
      MemorySegment out,
      long outOffset);
}
