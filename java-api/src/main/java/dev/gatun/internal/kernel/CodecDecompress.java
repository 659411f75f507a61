package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `codec_decompress`: one block of a page's compression, whose decompressed size is known.
public interface CodecDecompress {
  /// The codecs (Parquet format, Compression.md).
  enum Codec {
    SNAPPY,
    /// gzip members, one behind the other
    GZIP,
    BROTLI,
    /// LZ4 in Hadoop's framing or, when that does not fit, raw, or in the LZ4 frame format
    LZ4_HADOOP,
    ZSTD,
    LZ4_RAW
  }

  /// A decompressor with the scratch memory of all codecs. One thread at a time.
  Decompressor open();

  /// Decompresses block by block.
  interface Decompressor extends AutoCloseable {
    /// Fills `outSize` bytes of `out` from `outOffset`. `out` has at least 64 bytes more behind
    // them,
    /// which may be written to; nothing behind those is.
    ///
    /// @throws DecodeException when the input is broken or decompresses to another size
    void decompress(
        Codec codec,
        MemorySegment in,
        long inOffset,
        long inSize,
        MemorySegment out,
        long outOffset,
        long outSize);

    @Override
    void close();
  }
}
