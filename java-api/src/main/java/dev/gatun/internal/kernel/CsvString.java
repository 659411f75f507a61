package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `csv_string`: text by 32-bit offsets, without the quotes around it and what only stands
/// for a quote inside: the first of two quotes, or the escape character before a quote or before
/// itself. Contract: `gatun/csv_string.h`.
public interface CsvString {
  /// When a cell is null.
  enum Nulls {
    /// never
    NONE,
    /// when it is a null token without quotes
    UNQUOTED,
    /// when its value is a null token, with quotes or without
    ALL
  }

  /// A converter for certain rules; for one thread at a time.
  Strings open(CsvRules rules, Nulls nulls);

  /// Two steps, so that the bytes can be allocated exactly.
  interface Strings {
    /// Computes where each string begins.
    ///
    /// @param offsets `rows + 1` int32, the first one 0
    /// @param validity as in [CsvConverter#convert]
    /// @return null slots
    /// @throws DecodeException when there are 2^31 bytes or more
    /// @throws IndexOutOfBoundsException when a segment is too small
    int measure(CsvCells cells, int column, MemorySegment offsets, MemorySegment validity);

    /// Writes the bytes of what was measured.
    ///
    /// @param offsets as [#measure] left them for the same column
    /// @param bytes room for `offsets[rows]` bytes and [CsvCells#SLACK] more
    void copy(CsvCells cells, int column, MemorySegment offsets, MemorySegment bytes);
  }
}
