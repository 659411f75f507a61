package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.parquet.filter.ValueType.ArrayTest;
import dev.gatun.internal.parquet.schema.LeafColumn;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test of one column: which values pass, and whether nulls do.
///
/// @param <T> what stands for a value
public final class LeafTest<T> implements Node {
  /// So many values are looked for in a Bloom filter at most.
  private static final int MOST_HASHES = 256;

  private final LeafColumn column;
  private final ValueSet<T> values;
  private final boolean nulls;
  private final @Nullable ArrayTest test;

  private LeafTest(LeafColumn column, ValueSet<T> values, boolean nulls) {
    this.column = column;
    this.values = values;
    this.nulls = nulls;
    this.test = values.isEmpty() || values.isAll() ? null : values.type().test(values);
  }

  /// The test, or the constant it comes to.
  static <T> Node of(LeafColumn column, ValueSet<T> values, boolean nulls) {
    boolean same = nulls ? values.isAll() : values.isEmpty();
    return same ? new Constant(nulls) : new LeafTest<>(column, values, nulls);
  }

  /// The column.
  public LeafColumn column() {
    return column;
  }

  ValueType<T> type() {
    return values.type();
  }

  ValueSet<T> values() {
    return values;
  }

  boolean nulls() {
    return nulls;
  }

  /// A test of arrays; null when all values pass, or none.
  @Nullable ArrayTest arrayTest() {
    return test;
  }

  /// Both or either of two tests of one column, and so of one type.
  @SuppressWarnings("unchecked")
  Node merge(boolean all, LeafTest<?> other) {
    ValueSet<T> others = (ValueSet<T>) other.values;
    return all
        ? of(column, values.and(others), nulls && other.nulls)
        : of(column, values.or(others), nulls || other.nulls);
  }

  /// What a part of the column's rows comes to by what is known of their values.
  public Verdict verdict(ColumnFacts facts) {
    Verdict ofNulls = nulls ? Verdict.ALL : Verdict.NONE;
    if (facts.allNull()) {
      return ofNulls;
    }
    Verdict ofValues = ofValues(facts);
    return facts.noneNull() || ofValues == ofNulls ? ofValues : Verdict.SOME;
  }

  private Verdict ofValues(ColumnFacts facts) {
    if (values.isEmpty() || values.isAll()) {
      return values.isAll() ? Verdict.ALL : Verdict.NONE;
    }
    byte[] min = facts.min();
    byte[] max = facts.max();
    T least = min == null ? null : type().fromPlain(min, column);
    T greatest = max == null ? null : type().fromPlain(max, column);
    if (least == null
        || greatest == null
        || !type().hasOrder(facts.order())
        || type().compare(least, greatest) > 0) {
      return Verdict.SOME;
    }
    T untold = facts.nans() == 0 ? null : type().untold();
    boolean some = values.overlaps(least, greatest) || (untold != null && values.contains(untold));
    boolean every = values.covers(least, greatest) && (untold == null || values.contains(untold));
    return every ? Verdict.ALL : some ? Verdict.SOME : Verdict.NONE;
  }

  /// Rows that may pass, by what is known of each page.
  ///
  /// @param rows rows of the row group
  /// @param firstRows the first row of each page, ascending from 0
  /// @param pages of each page
  public RowRanges rows(long rows, long[] firstRows, List<ColumnFacts> pages) {
    RowRanges.Builder ranges = new RowRanges.Builder();
    for (int page = 0; page < firstRows.length; page++) {
      if (verdict(pages.get(page)) != Verdict.NONE) {
        ranges.add(firstRows[page], page + 1 < firstRows.length ? firstRows[page + 1] : rows);
      }
    }
    return ranges.build();
  }

  /// Hashes of all values that pass, for [#verdict(BloomFilter)]; null when a Bloom filter cannot
  /// help: when they are too many, nulls pass too, or a value has more than one form.
  public long @Nullable [] hashes() {
    List<T> all = nulls ? null : values.values(MOST_HASHES);
    if (all == null) {
      return null;
    }
    long[] hashes = new long[2 * all.size()];
    int count = 0;
    for (T value : all) {
      byte[][] forms = type().toPlain(value, column);
      if (forms == null) {
        return null;
      }
      for (byte[] form : forms) {
        hashes[count++] = XxHash64.hash(form);
      }
    }
    return Arrays.copyOf(hashes, count);
  }

  /// What a column chunk comes to by its Bloom filter.
  public Verdict verdict(BloomFilter filter) {
    long[] hashes = hashes();
    if (hashes == null) {
      return Verdict.SOME;
    }
    for (long hash : hashes) {
      if (filter.mayContain(hash)) {
        return Verdict.SOME;
      }
    }
    return Verdict.NONE;
  }

  @Override
  public String toString() {
    return column.name() + " in " + values.bounds() + (nulls ? " or null" : "");
  }
}
