package dev.gatun.internal.parquet.read;

import dev.gatun.internal.kernel.CodecDecompress.Codec;

/// How many bytes a compressed block can hold at most, so that a lying header does not make us
/// allocate what no input of its size decompresses to.
final class Expansion {
  /// A few bytes of input may stand for this much with any codec.
  private static final long FREE = 1 << 20;

  private Expansion() {}

  static long most(Codec codec, long compressed) {
    return FREE
        + compressed
            * switch (codec) {
              case SNAPPY -> 64; // a copy of 64 bytes takes 2 or 3
              case LZ4_HADOOP, LZ4_RAW -> 256; // 255 bytes more for each byte of a length
              case GZIP -> 1032; // a copy of 258 bytes takes 2 bits
              case ZSTD -> 1 << 16; // a block of 128 KiB of one byte takes 4
              case BROTLI -> 1L << 24; // a block of 16 MiB takes a few
            };
  }
}
