package dev.gatun.parity;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex.Indexer;
import dev.gatun.internal.kernel.CsvIndex.Stop;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Reads texts by an [Indexer], as its callers do.
final class CsvRecords {
  private static final int MOST_CELLS = 1 << 16;
  private static final int MOST_TEXT = 1 << 18;

  private final Arena arena = Arena.ofAuto();
  private final MemorySegment starts = ints();
  private final MemorySegment ends = ints();
  private final MemorySegment firsts = ints();
  private final MemorySegment memory = arena.allocate(MOST_TEXT + CsvCells.SLACK, 64);

  private MemorySegment ints() {
    return arena.allocate((MOST_CELLS + 1L + CsvCells.SLACK) * Integer.BYTES, 64);
  }

  /// How a text is read.
  ///
  /// @param width as [Indexer#index] takes it
  /// @param cells room for cells in a call
  /// @param rows most records of a call
  record Way(int width, int cells, int rows) {
    static Way of(int width) {
      return new Way(width, MOST_CELLS, MOST_CELLS);
    }
  }

  /// Everything one call finds, as text.
  String one(Indexer indexer, byte[] text, int from, int to, boolean last, Way way) {
    MemorySegment.copy(MemorySegment.ofArray(text), 0, memory, 0, text.length);
    Stop stop = call(indexer, from, to, last, way);
    StringBuilder found = new StringBuilder();
    found.append(stop).append(" rows ").append(indexer.rows());
    found.append(" cells ").append(indexer.cells()).append(" next ").append(indexer.next());
    found.append(" lines ").append(indexer.lines()).append(' ');
    for (int row = 0; row < indexer.rows(); row++) {
      appendRecord(found, indexer, way, row);
    }
    if (way.width() == 0) {
      found.append("= ").append(firsts.getAtIndex(JAVA_INT, indexer.rows()));
    }
    if (stop == Stop.BAD) {
      appendProblem(found, indexer, way);
    }
    return found.toString();
  }

  /// Every record and every bad one of a text, and the number of its lines. What is there of the
  /// text ends at one cut after the other; a cut that is less than the position is left out.
  List<String> all(Indexer indexer, byte[] text, Way way, int... cuts) {
    MemorySegment.copy(MemorySegment.ofArray(text), 0, memory, 0, text.length);
    List<String> found = new ArrayList<>();
    int from = 0;
    long lines = 0;
    for (int i = 0; i <= cuts.length; ) {
      boolean last = i == cuts.length;
      int to = last ? text.length : cuts[i];
      Stop stop = call(indexer, from, Math.max(from, to), last, way);
      for (int row = 0; row < indexer.rows(); row++) {
        StringBuilder record = new StringBuilder();
        appendRecord(record, indexer, way, row);
        found.add(record.toString());
      }
      from = (int) indexer.next();
      lines += indexer.lines();
      if (stop == Stop.BAD) {
        StringBuilder problem = new StringBuilder();
        appendProblem(problem, indexer, way);
        found.add(problem.toString());
        from = (int) indexer.resume();
        lines += indexer.problemLines();
      } else if (stop == Stop.END) {
        i++;
      } else if (indexer.rows() == 0) {
        found.add("no room");
        return found;
      }
    }
    found.add(lines + " lines, read to " + from);
    return found;
  }

  private Stop call(Indexer indexer, int from, int to, boolean last, Way way) {
    return indexer.index(
        memory,
        from,
        to,
        last,
        way.width(),
        starts,
        ends,
        way.width() == 0 ? firsts : MemorySegment.NULL,
        way.cells(),
        way.rows());
  }

  private void appendRecord(StringBuilder to, Indexer indexer, Way way, int row) {
    int first = way.width() == 0 ? firsts.getAtIndex(JAVA_INT, row) : row * way.width();
    int end = way.width() == 0 ? firsts.getAtIndex(JAVA_INT, row + 1) : first + way.width();
    appendCells(to, first, end);
  }

  private void appendCells(StringBuilder to, long first, long end) {
    for (long i = first; i < end; i++) {
      to.append(starts.getAtIndex(JAVA_INT, i)).append('-');
      to.append(ends.getAtIndex(JAVA_INT, i)).append(' ');
    }
    to.append("| ");
  }

  private void appendProblem(StringBuilder to, Indexer indexer, Way way) {
    to.append(indexer.problem()).append(" at ").append(indexer.problemAt());
    to.append(" in cell ").append(indexer.problemCell()).append(" of ").append(indexer.next());
    to.append(" to ").append(indexer.resume()).append(", lines ");
    to.append(indexer.problemLines()).append(": ");
    long most = Math.min(indexer.problemCell(), way.cells() - indexer.cells());
    long before = way.width() == 0 ? most : Math.min(most, way.width());
    appendCells(to, indexer.cells(), indexer.cells() + before);
  }
}
