package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `codec_crc32`: the CRC-32 of gzip and of Parquet pages (polynomial 0x04C11DB7,
/// reflected).
public interface CodecCrc32 {
  /// The checksum of `size` bytes from `offset`, after `seed`, the checksum of what came before (0
  /// at the start). `data` is off the heap.
  int update(int seed, MemorySegment data, long offset, long size);
}
