package dev.gatun.internal.csv.detect;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex;
import dev.gatun.internal.kernel.CsvIndex.Grammar;
import dev.gatun.internal.kernel.CsvIndex.Indexer;
import dev.gatun.internal.kernel.CsvIndex.Stop;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// A sample cut into records and cells by one grammar.
final class Cut {
  /// The rest of the sample would not make it any better.
  private static final int ENOUGH_WRONG_RECORDS = 200;

  private final Sample sample;
  private final Grammar grammar;
  private int[] starts = {};
  private int[] ends = {};
  private int[] firsts = {0};
  private long wrongBytes;
  private int wrongRecords;

  Cut(Sample sample, Grammar grammar, Counted<CsvIndex> index) {
    this.sample = sample;
    this.grammar = grammar;
    try (Arena arena = Arena.ofConfined()) {
      run(index.open(kernel -> kernel.open(grammar)), arena);
    }
  }

  private void run(Counted<Indexer> counted, Arena arena) {
    Indexer indexer = counted.kernel();
    // As many cells as delimiters and line ends can make.
    int most = sample.size() + 2;
    MemorySegment starts = arena.allocate(JAVA_INT, most + (long) CsvCells.SLACK);
    MemorySegment ends = arena.allocate(JAVA_INT, most + (long) CsvCells.SLACK);
    MemorySegment firsts = arena.allocate(JAVA_INT, most + 1L + CsvCells.SLACK);
    long at = sample.from();
    while (at < sample.to()) {
      counted.tally().begin(sample.to() - at);
      Stop stop =
          indexer.index(
              sample.memory(), at, sample.to(), true, 0, starts, ends, firsts, most, most);
      counted.tally().end(indexer.cells(), indexer.next() - at);
      keep(indexer, starts, ends, firsts);
      if (stop != Stop.BAD) {
        return;
      }
      at = indexer.resume();
      boolean cutOff = indexer.problem() == CsvIndex.Problem.UNCLOSED_QUOTE && !sample.isWhole();
      // A cell with a quote at its beginning that is never closed may hide all the rest of the
      // text.
      // It is one wrong cell; but an apostrophe is rather a sign that this is no quote.
      boolean unclosed = indexer.problem() == CsvIndex.Problem.UNCLOSED_QUOTE;
      wrongBytes += unclosed && grammar.quote() != '\'' ? 0 : at - indexer.next();
      wrongRecords += cutOff ? 0 : 1;
      if (wrongRecords == ENOUGH_WRONG_RECORDS) {
        return;
      }
    }
  }

  private void keep(
      Indexer indexer, MemorySegment newStarts, MemorySegment newEnds, MemorySegment newFirsts) {
    int cells = starts.length;
    int rows = rows();
    int moreCells = (int) indexer.cells();
    starts = Arrays.copyOf(starts, cells + moreCells);
    ends = Arrays.copyOf(ends, cells + moreCells);
    firsts = Arrays.copyOf(firsts, firsts.length + indexer.rows());
    MemorySegment.copy(newStarts, JAVA_INT, 0, starts, cells, moreCells);
    MemorySegment.copy(newEnds, JAVA_INT, 0, ends, cells, moreCells);
    for (int row = 1; row <= indexer.rows(); row++) {
      firsts[rows + row] = cells + newFirsts.getAtIndex(JAVA_INT, row);
    }
  }

  Grammar grammar() {
    return grammar;
  }

  /// Records that follow the grammar.
  int rows() {
    return firsts.length - 1;
  }

  /// Records that do not, but for one that the end of the sample cut off.
  int wrongRecords() {
    return wrongRecords;
  }

  /// Share of the bytes that is in records which follow the grammar.
  double coverage() {
    return sample.size() == 0 ? 1 : 1 - (double) wrongBytes / sample.size();
  }

  /// Cells of a record.
  int width(int row) {
    return firsts[row + 1] - firsts[row];
  }

  /// A cell as it is, quotes included.
  String cell(int row, int column) {
    int index = firsts[row] + column;
    return sample.text(starts[index], ends[index]);
  }

  /// Whether a record is a line that begins with this character.
  boolean beginsWith(int row, char character) {
    int first = firsts[row];
    return ends[first] > starts[first]
        && sample.text(starts[first], starts[first] + 1).charAt(0) == character;
  }

  /// The number of cells that most records have; of several such numbers the greatest.
  int usualWidth() {
    int[] widths = new int[rows()];
    for (int row = 0; row < widths.length; row++) {
      widths[row] = width(row);
    }
    Arrays.sort(widths);
    int usual = 0;
    int most = 0;
    for (int from = 0; from < widths.length; ) {
      int to = from;
      while (to < widths.length && widths[to] == widths[from]) {
        to++;
      }
      if (to - from >= most) {
        most = to - from;
        usual = widths[from];
      }
      from = to;
    }
    return usual;
  }
}
