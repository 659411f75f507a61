package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.parquet.filter.ValueType.ArrayTest;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnIndex;
import dev.gatun.parquet.OffsetIndex;
import dev.gatun.parquet.OffsetIndex.PageLocation;
import java.util.ArrayList;
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
  /// @param pages of each page, together all rows
  /// @param sizes rows of each page
  public RowRanges rows(List<ColumnFacts> pages, List<Long> sizes) {
    RowRanges.Builder ranges = new RowRanges.Builder();
    long from = 0;
    for (int page = 0; page < pages.size(); page++) {
      long to = from + sizes.get(page);
      if (verdict(pages.get(page)) != Verdict.NONE) {
        ranges.add(from, to);
      }
      from = to;
    }
    return ranges.build();
  }

  /// Rows of a row group that may pass, by the page index; all when the two parts of it do not go
  /// together.
  ///
  /// @param rows of the row group
  /// @param chunk of this test's column
  /// @param columnOrder the column's member of the union ColumnOrder, 0 when the file has none
  public RowRanges rows(
      long rows, ColumnChunk chunk, int columnOrder, ColumnIndex index, OffsetIndex offsets) {
    List<Long> sizes = pageSizes(rows, offsets.pages());
    if (sizes == null || sizes.size() != index.pages()) {
      return RowRanges.all(rows);
    }
    return rows(ColumnFacts.ofPages(chunk.column(), columnOrder, index, sizes), sizes);
  }

  /// Rows of each page, null when first rows do not ascend from 0 to `rows`.
  private static @Nullable List<Long> pageSizes(long rows, List<PageLocation> pages) {
    List<Long> sizes = new ArrayList<>(pages.size());
    for (int i = 0; i < pages.size(); i++) {
      long from = pages.get(i).firstRow();
      long to = i + 1 < pages.size() ? pages.get(i + 1).firstRow() : rows;
      if (to < from || (i == 0 && from != 0)) {
        return null;
      }
      sizes.add(to - from);
    }
    return sizes;
  }

  /// Whether it is of a kind that few of many values pass: some values, prefixes or ranges that end
  /// on both sides.
  public boolean isSelective() {
    return !nulls && !values.startsAtFirst() && values.bounds().size() % 2 == 0;
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
