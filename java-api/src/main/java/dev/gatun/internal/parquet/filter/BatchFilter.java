package dev.gatun.internal.parquet.filter;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.KernelTally;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.ColumnFilter;
import dev.gatun.internal.kernel.ColumnFilter.Combine;
import dev.gatun.internal.kernel.ColumnFilter.Rows;
import dev.gatun.internal.parquet.filter.ValueType.ArrayTest;
import dev.gatun.internal.parquet.schema.LeafColumn;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Decides which rows pass. Keeps what it has found of dictionaries, and bitmaps to work with; not
/// thread-safe.
public final class BatchFilter {
  private final Node root;
  private final Tallies tallies;
  private final ColumnFilter kernel;
  private final KernelTally tally;
  private final List<MemorySegment> spare = new ArrayList<>();
  private final Map<LeafTest<?>, Matches> dictionaries = new HashMap<>();

  /// What a test makes of a dictionary.
  ///
  /// @param passed entries that pass
  private record Matches(ArrayData dictionary, MemorySegment bits, long passed) {}

  BatchFilter(Node root, Engine engine) {
    this.root = root;
    this.tallies = new Tallies(engine);
    Counted<ColumnFilter> counted = tallies.on(Kernels.COLUMN_FILTER);
    this.kernel = counted.kernel();
    this.tally = counted.tally();
  }

  /// Decides on a batch.
  ///
  /// @param columns arrays of the columns of the predicate, as long as the batch; a slot is null
  ///     when anything above it is. An array's dictionary must not change while it is in use
  /// @param selection gets one bit a row in `(rows + 7) / 8` bytes, and zeroes behind the last row
  /// @return rows that pass
  public long select(Function<LeafColumn, ArrayData> columns, int rows, MemorySegment selection) {
    try {
      return new Run(columns, rows).eval(root, Combine.SET, selection, 0);
    } finally {
      flush();
    }
  }

  /// Adds what was counted to the counters of the process; [#select] does it by itself.
  public void flush() {
    tallies.flush();
  }

  private long all(Rows rows, boolean pass) {
    tally.begin(rows.count());
    long passed = kernel.all(rows, pass);
    tally.end(rows.count());
    return passed;
  }

  /// What rows come to by the dictionary that all their values are in.
  ///
  /// @param facts what else is known of them
  public Verdict verdict(LeafTest<?> test, ArrayData dictionary, ColumnFacts facts) {
    long passed = matches(test, dictionary).passed();
    Verdict ofValues =
        passed == 0 ? Verdict.NONE : passed == dictionary.length() ? Verdict.ALL : Verdict.SOME;
    Verdict ofNulls = test.nulls() ? Verdict.ALL : Verdict.NONE;
    return facts.noneNull() || ofValues == ofNulls ? ofValues : Verdict.SOME;
  }

  private Matches matches(LeafTest<?> test, ArrayData dictionary) {
    Matches known = dictionaries.get(test);
    if (known == null || known.dictionary() != dictionary) {
      MemorySegment bits = Arena.ofAuto().allocate((dictionary.length() + 7L) / 8);
      Rows entries =
          new Rows(dictionary.length(), dictionary.validity(), bits, Combine.SET, test.nulls());
      known = new Matches(dictionary, bits, plain(test, entries, dictionary));
      dictionaries.put(test, known);
    }
    return known;
  }

  private long plain(LeafTest<?> test, Rows rows, ArrayData array) {
    ArrayTest arrayTest = test.arrayTest();
    if (arrayTest == null) {
      return all(rows, test.values().isAll());
    }
    tally.begin(rows.count());
    long passed = arrayTest.run(kernel, rows, array);
    tally.end(rows.count());
    return passed;
  }

  /// A bitmap for a junction at a depth of the tree.
  private MemorySegment spare(int depth, int rows) {
    long bytes = (rows + 7L) / 8;
    while (spare.size() <= depth) {
      spare.add(MemorySegment.NULL);
    }
    if (spare.get(depth).byteSize() < bytes) {
      spare.set(depth, Arena.ofAuto().allocate(bytes));
    }
    return spare.get(depth);
  }

  /// One batch.
  private final class Run {
    private final Function<LeafColumn, ArrayData> columns;
    private final int rows;

    Run(Function<LeafColumn, ArrayData> columns, int rows) {
      this.columns = columns;
      this.rows = rows;
    }

    long eval(Node node, Combine combine, MemorySegment out, int depth) {
      return switch (node) {
        case Node.Constant(boolean value) -> all(new Rows(rows, null, out, combine, false), value);
        case LeafTest<?> test -> leaf(test, combine, out);
        case Node.Junction junction -> junction(junction, combine, out, depth);
      };
    }

    private long leaf(LeafTest<?> test, Combine combine, MemorySegment out) {
      ArrayData array = Objects.requireNonNull(columns.apply(test.column()));
      Rows target = new Rows(rows, array.validity(), out, combine, test.nulls());
      ArrayData dictionary = array.dictionary();
      if (dictionary == null || test.arrayTest() == null) {
        return plain(test, target, array);
      }
      Matches matches = matches(test, dictionary);
      if (matches.passed() == 0 || matches.passed() == dictionary.length()) {
        return all(target, matches.passed() > 0);
      }
      tally.begin(rows);
      long passed =
          kernel.indexes(target, Buffers.values(array), matches.bits(), dictionary.length());
      tally.end(rows);
      return passed;
    }

    /// Parts are joined to `out` one by one where that can be, with a bitmap between where not.
    private long junction(Node.Junction junction, Combine combine, MemorySegment out, int depth) {
      Combine own = junction.all() ? Combine.AND : Combine.OR;
      if (combine != Combine.SET && combine != own) {
        MemorySegment between = spare(depth, rows);
        eval(junction, Combine.SET, between, depth + 1);
        tally.begin(rows);
        long passed = kernel.bits(new Rows(rows, null, out, combine, false), between, false, true);
        tally.end(rows);
        return passed;
      }
      Combine next = combine;
      long decided = junction.all() ? 0 : rows;
      long selected = -1;
      for (Node part : junction.parts()) {
        selected = eval(part, next, out, depth);
        if (selected == decided) {
          break;
        }
        next = own;
      }
      return selected;
    }
  }
}
