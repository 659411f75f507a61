package dev.gatun.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/// The cells of a block of records: cell `c` of record `r` is
/// `text[starts[r * width + c] .. ends[r * width + c])`, quotes included. [#SLACK] bytes before the
/// first and behind the last cell can be read. Contract: `gatun/csv.h`.
///
/// @param text the block and what surrounds it, off the heap
/// @param starts int32 positions in `text`
/// @param ends int32 positions in `text`
/// @param width cells of a record
public record CsvCells(
    MemorySegment text, MemorySegment starts, MemorySegment ends, int rows, int width) {
  /// Readable bytes around the cells, and writable ones behind every output of a converter.
  public static final int SLACK = 64;

  /// Where a cell begins.
  public int start(int row, int column) {
    return starts.getAtIndex(JAVA_INT, (long) row * width + column);
  }

  /// Where a cell ends.
  public int end(int row, int column) {
    return ends.getAtIndex(JAVA_INT, (long) row * width + column);
  }

  /// One of the records alone.
  public CsvCells record(int row) {
    long at = (long) row * width * Integer.BYTES;
    return new CsvCells(text, starts.asSlice(at), ends.asSlice(at), 1, width);
  }
}
