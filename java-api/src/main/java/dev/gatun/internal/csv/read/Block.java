package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.csv.CsvProblem;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.CsvCells;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole records of one file, and where their cells lie. Memory is used again for other blocks.
final class Block {
  final Buffer text;
  final Buffer starts;
  final Buffer ends;
  final Buffer firsts;

  /// Place in the scan, from 0.
  long number;

  String file = "";

  /// Where the records begin and end in the text.
  long from;

  long to;
  int rows;
  long cells;

  /// Cells of a record, 0 when records are as they are: see [#firsts].
  int width;

  /// Number of the first record in its file, from 1.
  long firstRecord;

  /// Physical line that [#from] lies on, from 1.
  long firstLine;

  /// Offset in the file's text of position 0 of [#text].
  long fileOffset;

  /// Records left out, and how many rows come before each.
  final List<Reject> rejects = new ArrayList<>();

  /// What ends the scan behind the rows.
  @Nullable CsvProblem failure;

  /// A record that was rejected.
  record Reject(int rowsBefore, CsvProblem problem) {}

  Block(Slab slab) {
    text = new Buffer(slab);
    starts = new Buffer(slab);
    ends = new Buffer(slab);
    firsts = new Buffer(slab);
  }

  /// The cells as the converters see them.
  CsvCells cells() {
    return new CsvCells(text.segment(), starts.segment(), ends.segment(), rows, width);
  }

  /// All cells as a column of records of one cell.
  CsvCells flat() {
    return new CsvCells(
        text.segment(), starts.segment(), ends.segment(), Math.toIntExact(cells), 1);
  }

  /// Number of a row's record in its file, from 1.
  long record(int row) {
    int before = 0;
    for (Reject reject : rejects) {
      if (reject.rowsBefore() > row) {
        break;
      }
      before++;
    }
    return firstRecord + row + before;
  }

  /// Physical line that a position lies on, from 1.
  long line(long position) {
    return firstLine + Lines.count(text.segment(), from, position);
  }

  /// The bytes of a range as text for people, cut off when long.
  String excerpt(long begin, long end) {
    return Excerpts.of(text.segment(), begin, end);
  }

  /// Bytes of text in the block.
  long bytes() {
    return to - from;
  }

  byte at(long position) {
    MemorySegment segment = text.segment();
    return segment.get(JAVA_BYTE, position);
  }
}
