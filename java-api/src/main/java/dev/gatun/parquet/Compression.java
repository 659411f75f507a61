package dev.gatun.parquet;

/// How pages are compressed (Parquet format, Compression.md). In the order of the format's numbers.
public enum Compression {
  UNCOMPRESSED,
  SNAPPY,
  GZIP,
  /// Not supported by this reader.
  LZO,
  BROTLI,
  /// LZ4 with Hadoop's framing, deprecated.
  LZ4,
  ZSTD,
  LZ4_RAW
}
