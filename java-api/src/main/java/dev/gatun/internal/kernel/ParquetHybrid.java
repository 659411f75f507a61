package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `parquet_hybrid`: the RLE and bit-packing hybrid of levels, dictionary indexes and
/// booleans (Parquet format, Encodings.md, "Run Length Encoding / Bit-Packing Hybrid"), as a
/// cursor that can be read piece by piece. Contract: `gatun/parquet_hybrid.h`.
public interface ParquetHybrid {
  /// Readable bytes that a section has behind it.
  int SLACK = 64;

  /// How the bits lie. The ordinal is the C constant.
  enum Layout {
    /// Runs of both kinds, least significant bit first.
    HYBRID,
    /// One bit-packed run without header, most significant bit first (the deprecated BIT_PACKED).
    BIT_PACKED,
    /// One bit-packed run without header, least significant bit first (PLAIN booleans).
    PLAIN
  }

  /// A cursor, to be begun before use and begun again for each page.
  Cursor open();

  /// Reads one section. Every method throws [DecodeException] when the section ends before `n`
  /// values were read or holds what it may not, and leaves the cursor unusable then. Output buffers
  /// are checked against their sizes: [IndexOutOfBoundsException].
  interface Cursor extends AutoCloseable {
    /// Starts on `size` bytes of `data` from `offset`. They must stay until the cursor is done, and
    /// [#SLACK] more bytes behind them must be readable: [IndexOutOfBoundsException].
    ///
    /// @param bitWidth 0 .. 32, else [DecodeException]; with 0 all values are 0 and nothing is read
    void begin(MemorySegment data, long offset, long size, int bitWidth, Layout layout);

    /// Appends `n` values of one bit to a bitmap; bits behind the last one, up to the end of its
    /// byte, become 0; bits before `bitOffset` stay.
    ///
    /// @return ones among them
    /// @throws IllegalArgumentException if the cursor's values have more than one bit
    long bits(long n, MemorySegment bitmap, long bitOffset);

    /// `n` values, a byte each.
    ///
    /// @param limit 1 .. 256; each value must be below it: [DecodeException]
    void bytes(long n, MemorySegment out, long offset, int limit);

    /// `n` values as int32.
    ///
    /// @param limit each value must be below it: [DecodeException]
    void indices(long n, MemorySegment out, long offset, int limit);

    /// `n` entries of a dictionary: value i goes to `offset + i * width`.
    ///
    /// @param width bytes of an entry, 1 or more
    /// @param entries entries of the dictionary; an index out of range is a [DecodeException]
    void gather(
        long n, int width, MemorySegment dictionary, int entries, MemorySegment out, long offset);

    /// Passes over `n` values.
    void skip(long n);

    @Override
    void close();
  }
}
