package dev.gatun.internal.parquet.read;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ArraySelector;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.ColumnSelect;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import dev.gatun.internal.parquet.filter.BatchFilter;
import dev.gatun.internal.parquet.filter.BoundPredicate;
import dev.gatun.internal.parquet.schema.LeafColumn;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which rows of a slot's batch pass the predicate.
final class Selected {
  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Reading nothing but the rows that pass pays when a run of them comes once in so many rows or
  /// less often: a run costs a few calls, a row that is read in vain costs a nanosecond or two.
  private static final int SPARSE = 128;

  private final Engine engine;
  private final Tallies tallies;
  private final Counted<ColumnSelect> select;
  private final Buffer bits;
  private @Nullable BoundPredicate predicate;
  private @Nullable BatchFilter filter;
  private int rows;
  private int kept;
  private int runs;

  Selected(Engine engine, Slab slab) {
    this.engine = engine;
    this.tallies = new Tallies(engine);
    this.select = tallies.on(Kernels.COLUMN_SELECT);
    this.bits = new Buffer(slab);
  }

  /// Decides.
  void decide(BoundPredicate by, Function<LeafColumn, ArrayData> columns, int count) {
    BatchFilter current = filter;
    if (current == null || by != predicate) {
      current = by.filter(engine);
      filter = current;
      predicate = by;
    }
    rows = count;
    // Read in whole words below.
    MemorySegment out = bits.ensure((count + 7L) / 8 + Long.BYTES, 0);
    kept = (int) current.select(columns, count, out);
    runs = countRuns(out);
  }

  private int countRuns(MemorySegment out) {
    int count = 0;
    long last = 0;
    for (int i = 0; i < rows; i += Long.SIZE) {
      long word = word(out, i);
      count += Long.bitCount(word & ~(word << 1 | last));
      last = word >>> 63;
    }
    return count;
  }

  /// 64 bits from bit `from`, a multiple of 64; zero behind the last row.
  private long word(MemorySegment out, int from) {
    long word = out.get(WORD, from >>> 3);
    int left = rows - from;
    return left >= Long.SIZE ? word : word & (1L << left) - 1;
  }

  /// Rows that pass.
  int kept() {
    return kept;
  }

  /// Whether so few rows pass that the others are better not read.
  boolean isSparse() {
    return runs <= rows / SPARSE;
  }

  /// Takes a run of rows that pass.
  @FunctionalInterface
  interface Run {
    void take(int from, int to);
  }

  /// Gives all runs, in order.
  void eachRun(Run run) {
    MemorySegment out = bits.segment();
    int from = -1;
    for (int i = 0; i < rows; i += Long.SIZE) {
      long word = word(out, i);
      int at = 0;
      while (at < Long.SIZE) {
        long rest = (from < 0 ? word : ~word) >>> at;
        if (rest == 0) {
          break;
        }
        at += Long.numberOfTrailingZeros(rest);
        if (from < 0) {
          from = i + at;
        } else {
          run.take(from, i + at);
          from = -1;
        }
      }
    }
    if (from >= 0) {
      run.take(from, rows);
    }
  }

  /// An array of all rows, cut down to those that pass.
  ArrayData keep(ArrayData array) {
    try (Arena scratch = Arena.ofConfined()) {
      return new ArraySelector(select, scratch)
          .select(array, new Selection(rows, bits.segment(), kept));
    } finally {
      tallies.flush();
    }
  }
}
