package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `parquet_delta`: DELTA_BINARY_PACKED (Parquet format, Encodings.md, "Delta Encoding") as
/// a cursor that can be read piece by piece. Contract: `gatun/parquet_delta.h`.
public interface ParquetDelta {
  /// A cursor, to be begun before use and begun again for each page.
  Cursor open();

  /// Reads one section. Methods throw [DecodeException] as those of [ParquetHybrid.Cursor] do.
  interface Cursor extends AutoCloseable {
    /// Starts on `size` bytes of `data` from `offset` and reads the header. No bytes at all are a
    /// section of no values. [Slack] bytes must be there behind the section.
    void begin(MemorySegment data, long offset, long size);

    /// Values that the header promises: anything from 0 up, whatever the size of the section.
    long total();

    /// `n` values, wrapping at 32 bits.
    void int32(long n, MemorySegment out, long offset);

    /// `n` values, wrapping at 64 bits.
    void int64(long n, MemorySegment out, long offset);

    /// Passes over `n` values.
    void skip(long n);

    /// Bytes of the section up to its end, known once all values were read or skipped: where the
    /// data behind the lengths of DELTA_LENGTH_BYTE_ARRAY begins.
    ///
    /// @throws DecodeException when the padding of the last miniblock is not there; the values do
    ///     not need it
    long end();

    @Override
    void close();
  }
}
