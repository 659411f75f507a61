package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `csv_utf8`: whether bytes are UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
/// above U+10FFFF). Contract: `gatun/csv_utf8.h`.
public interface CsvUtf8 {
  /// Position of the first byte of the first sequence that is not well-formed, `to` when there is
  /// none. [CsvCells#SLACK] bytes behind `to` can be read.
  ///
  /// @throws IndexOutOfBoundsException when the range is not inside the segment
  long firstInvalid(MemorySegment text, long from, long to);
}
