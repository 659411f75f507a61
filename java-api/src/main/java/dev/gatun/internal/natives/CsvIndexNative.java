package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_csv_index_cursor;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvIndex;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// [CsvIndex] by `gatun_csv_index_*`.
public final class CsvIndexNative implements CsvIndex {
  private static final Stop[] STOPS = Stop.values();
  private static final Problem[] PROBLEMS = Problem.values();

  private final boolean newest;

  /// By the newest instructions that the CPU tier and the CPU have.
  public CsvIndexNative() {
    this(true);
  }

  /// @param newest whether instructions may be used that some CPUs of the active tier lack
  public CsvIndexNative(boolean newest) {
    this.newest = newest;
  }

  @Override
  public Indexer open(Grammar grammar) {
    return new NativeIndexer(grammar, newest);
  }

  private static int rules(Grammar grammar) {
    int ragged =
        switch (grammar.ragged()) {
          case ERROR -> 0;
          case PAD -> gatun_h.GATUN_CSV_PAD();
          case TRUNCATE -> gatun_h.GATUN_CSV_PAD() | gatun_h.GATUN_CSV_TRUNCATE();
        };
    return ragged
        | (grammar.skipEmptyLines() ? gatun_h.GATUN_CSV_SKIP_EMPTY_LINES() : 0)
        | (grammar.strayQuotes() ? gatun_h.GATUN_CSV_STRAY_QUOTES() : 0)
        | (grammar.trim() ? gatun_h.GATUN_CSV_TRIM() : 0)
        | (grammar.merge() ? gatun_h.GATUN_CSV_MERGE() : 0)
        | (grammar.edgeLines() ? gatun_h.GATUN_CSV_EDGE_LINES() : 0);
  }

  private static final class NativeIndexer implements Indexer {
    private final CursorMemory memory =
        new CursorMemory("csv_index", gatun_csv_index_cursor.layout());

    NativeIndexer(Grammar grammar, boolean newest) {
      memory.check(
          gatun_h.gatun_csv_index_begin(
              memory.struct(),
              (byte) grammar.delimiter(),
              (byte) grammar.quote(),
              (byte) grammar.escape(),
              (byte) grammar.comment(),
              rules(grammar),
              memory.error()));
      if (!newest) {
        gatun_csv_index_cursor.compresses(memory.struct(), (byte) 0);
      }
    }

    @Override
    public Stop index(
        MemorySegment text,
        long from,
        long to,
        boolean last,
        int width,
        MemorySegment starts,
        MemorySegment ends,
        MemorySegment firsts,
        long mostCells,
        int mostRows) {
      Objects.checkFromToIndex(from, to, text.byteSize() - CsvCells.SLACK);
      Objects.checkIndex(width, Integer.MAX_VALUE);
      Objects.checkIndex(mostRows, Integer.MAX_VALUE);
      long elements = Objects.checkIndex(mostCells, Integer.MAX_VALUE) + CsvCells.SLACK;
      Objects.checkFromIndexSize(0, elements * Integer.BYTES, starts.byteSize());
      Objects.checkFromIndexSize(0, elements * Integer.BYTES, ends.byteSize());
      long records = width == 0 ? mostRows + 1L : 0;
      Objects.checkFromIndexSize(0, records * Integer.BYTES, firsts.byteSize());
      memory.check(
          gatun_h.gatun_csv_index_run(
              memory.struct(),
              text,
              from,
              to,
              last ? 1 : 0,
              width,
              starts,
              ends,
              firsts,
              mostCells,
              mostRows,
              memory.error()));
      return STOPS[gatun_csv_index_cursor.stop(memory.struct())];
    }

    @Override
    public int rows() {
      return (int) gatun_csv_index_cursor.rows(memory.struct());
    }

    @Override
    public long cells() {
      return gatun_csv_index_cursor.cells(memory.struct());
    }

    @Override
    public long next() {
      return gatun_csv_index_cursor.next(memory.struct());
    }

    @Override
    public long lines() {
      return gatun_csv_index_cursor.lines(memory.struct());
    }

    @Override
    public Problem problem() {
      return PROBLEMS[gatun_csv_index_cursor.problem(memory.struct())];
    }

    @Override
    public long problemAt() {
      return gatun_csv_index_cursor.problem_at(memory.struct());
    }

    @Override
    public int problemCell() {
      return (int) gatun_csv_index_cursor.problem_cell(memory.struct());
    }

    @Override
    public long resume() {
      return gatun_csv_index_cursor.resume(memory.struct());
    }

    @Override
    public long problemLines() {
      return gatun_csv_index_cursor.problem_lines(memory.struct());
    }
  }
}
