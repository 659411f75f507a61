package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `parquet_bytes`: byte arrays in PLAIN, DELTA_LENGTH_BYTE_ARRAY and DELTA_BYTE_ARRAY
/// encoding and by dictionary, into Arrow offsets and bytes, as a cursor that can be read piece by
/// piece. Contract: `gatun/parquet_bytes.h`.
public interface ParquetBytes {
  /// How the strings are encoded.
  enum Encoding {
    /// Each behind its length.
    PLAIN,
    /// DELTA_LENGTH_BYTE_ARRAY: all lengths, then all bytes.
    DELTA_LENGTH,
    /// DELTA_BYTE_ARRAY: how much of the value before it each shares, then the rest as above.
    DELTA_PREFIX
  }

  /// A cursor, to be begun before use and begun again for each page.
  Cursor open();

  /// Reads one section. Methods throw [DecodeException] as those of [ParquetHybrid.Cursor] do; what
  /// is wrong with one of the `n` values asked for may show before those in front of it are given.
  interface Cursor extends AutoCloseable {
    /// Starts on `size` bytes of `data` from `offset`, which hold at most `values` values (nulls
    /// not counted). [Slack] bytes must be there behind the section.
    void begin(MemorySegment data, long offset, long size, long values, Encoding encoding);

    /// Starts on the `size` bytes of dictionary indexes from `offset` of `data`: the bit width in
    /// one byte, then runs. The dictionary is `entries + 1` int32 offsets into `bytes`, ascending
    /// from 0. [Slack] bytes must be there behind the section and behind the dictionary's bytes.
    void beginDictionary(
        MemorySegment data,
        long offset,
        long size,
        MemorySegment offsets,
        MemorySegment bytes,
        int entries);

    /// Reads up to `n` values: writes offsets `index + 1 .. index + n` (the offset at `index` is
    /// there already and says where in `bytes` to go on) and the bytes. Stops early, without an
    /// error, before the value that does not fit into `bytes` any more.
    ///
    /// @param bytes has [Slack] bytes behind those that may be filled, for stores that write ahead;
    ///     the room to fill is its size less those, and at most 2^31 - 1
    /// @return values read; when fewer than `n`, [#wanted] says how much room the next one needs
    long read(long n, MemorySegment offsets, long index, MemorySegment bytes);

    /// Bytes of the value that did not fit.
    long wanted();

    /// Reads `n` values that must all have `width` bytes, one behind the other
    /// (FIXED_LEN_BYTE_ARRAY in DELTA_BYTE_ARRAY encoding).
    void fixed(long n, int width, MemorySegment out, long offset);

    /// Passes over `n` values. Dictionary indexes among them need not be checked.
    void skip(long n);

    @Override
    void close();
  }
}
