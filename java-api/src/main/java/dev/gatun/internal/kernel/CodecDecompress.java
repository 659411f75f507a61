package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `codec_decompress`: one block of a page's compression, whose decompressed size is known.
public interface CodecDecompress {
  /// The codecs (Parquet format, Compression.md).
  enum Codec {
    /// one raw block, without framing
    SNAPPY,
    /// gzip members, one behind the other
    GZIP,
    /// one stream
    BROTLI,
    /// LZ4 in Hadoop's framing or, when that does not fit, in the LZ4 frame format, or raw
    LZ4_HADOOP,
    /// frames, one behind the other
    ZSTD,
    /// one raw block
    LZ4_RAW
  }

  /// A decompressor with the scratch memory of all codecs. One thread at a time.
  Decompressor open();

  /// Decompresses block by block. Segments are off the heap.
  ///
  /// Both implementations take the same input for right, and give the same bytes for it, with these
  /// exceptions: the Java one refuses Zstandard windows of more than 8 MiB, and does not see what
  /// follows a Brotli stream when that ends in the last of its 4 KiB input buffers.
  interface Decompressor extends AutoCloseable {
    /// Fills `outSize` bytes of `out` from `outOffset`. `out` has at least [Slack#BYTES] more
    /// behind them, which may be written to; nothing behind those is. All of the input must be used
    /// up. Nothing in gives nothing out.
    ///
    /// @throws DecodeException when the input is broken or decompresses to another size; the output
    ///     is undefined then, the decompressor can be used again
    /// @throws IndexOutOfBoundsException when a segment is too small
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
