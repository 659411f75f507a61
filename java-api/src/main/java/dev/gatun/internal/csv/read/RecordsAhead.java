package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex.Grammar;
import dev.gatun.internal.kernel.CsvIndex.Indexer;
import dev.gatun.internal.kernel.CsvIndex.Stop;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// One look at the records ahead, of any width. For one thread.
final class RecordsAhead implements AutoCloseable {
  private static final int FEW_RECORDS = 4;

  private final Arena arena = Arena.ofConfined();
  private final Indexer indexer;
  private final KernelTally tally;
  private final int room;
  private final int most;
  private final MemorySegment starts;
  private final MemorySegment ends;
  private final MemorySegment firsts;

  /// @param room for cells
  /// @param most records
  RecordsAhead(Counted<Indexer> indexer, int room, int most) {
    this.indexer = indexer.kernel();
    this.tally = indexer.tally();
    this.room = room;
    this.most = most;
    starts = positions(room);
    ends = positions(room);
    firsts = positions(most + 1L);
  }

  private MemorySegment positions(long count) {
    return arena.allocate((count + CsvCells.SLACK) * Integer.BYTES, CsvCells.SLACK);
  }

  /// Looks; see [Indexer#index] for the arguments.
  Stop look(MemorySegment text, long from, long to, boolean last) {
    tally.begin(to - from);
    Stop stop = indexer.index(text, from, to, last, 0, starts, ends, firsts, room, most);
    tally.end(indexer.cells(), indexer.next() - from);
    return stop;
  }

  /// Records found.
  int rows() {
    return indexer.rows();
  }

  /// Their cells without quotes.
  ///
  /// @param mostCells of all records but the first few
  List<List<String>> records(MemorySegment text, Grammar grammar, int mostCells) {
    List<List<String>> records = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      int first = firsts.getAtIndex(JAVA_INT, row);
      if (first >= mostCells && row >= FEW_RECORDS) {
        break;
      }
      List<String> cells = new ArrayList<>();
      int end = firsts.getAtIndex(JAVA_INT, row + 1L);
      for (int i = first; i < end; i++) {
        int begin = starts.getAtIndex(JAVA_INT, i);
        cells.add(Unquoted.of(text, begin, ends.getAtIndex(JAVA_INT, i), grammar));
      }
      records.add(cells);
    }
    return records;
  }

  @Override
  public void close() {
    arena.close();
  }
}
