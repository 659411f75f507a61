package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.parquet.stats.ValueOrder;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnIndex;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.RawStatistics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known, without reading them, of a column's values in a row group or page.
///
/// @param order of the bounds; [ValueOrder#NONE] when none is known
/// @param min no value is less, in PLAIN encoding; null when not known. It need not occur
/// @param max no value is greater, in PLAIN encoding; null when not known. It need not occur
/// @param entries values and nulls, -1 when not known
/// @param nulls -1 when not known
/// @param nans of floating-point columns: NaNs, which `min` and `max` leave out; -1 when not known
public record ColumnFacts(
    ValueOrder order,
    byte @Nullable [] min,
    byte @Nullable [] max,
    long entries,
    long nulls,
    long nans) {
  /// Nothing.
  public static final ColumnFacts UNKNOWN =
      new ColumnFacts(ValueOrder.NONE, null, null, -1, -1, -1);

  /// Of a column chunk, by its statistics.
  ///
  /// @param columnOrder the column's member of the union ColumnOrder, 0 when the file has none
  public static ColumnFacts of(ColumnChunk chunk, int columnOrder) {
    RawStatistics raw = chunk.statistics();
    if (raw == null) {
      return UNKNOWN;
    }
    ParquetColumn column = chunk.column();
    long entries = chunk.values();
    long nulls = count(raw.nullCount(), entries);
    long nans = count(raw.nanCount(), entries);
    ValueOrder order = ValueOrder.of(column, columnOrder);
    if (order != ValueOrder.NONE && raw.min() != null && raw.max() != null) {
      return bounded(column, order, raw.min(), raw.max(), entries, nulls, nans);
    }
    ValueOrder old = ValueOrder.ofOldFields(column);
    return bounded(column, old, raw.oldMin(), raw.oldMax(), entries, nulls, nans);
  }

  /// Of the pages of a column that is not repeated, by its column index.
  ///
  /// @param columnOrder the column's member of the union ColumnOrder, 0 when the file has none
  /// @param rows of each page; as many as the index has pages
  static List<ColumnFacts> ofPages(
      ParquetColumn column, int columnOrder, ColumnIndex index, List<Long> rows) {
    ValueOrder order = ValueOrder.of(column, columnOrder);
    List<ColumnFacts> pages = new ArrayList<>(index.pages());
    for (int i = 0; i < index.pages(); i++) {
      long entries = rows.get(i);
      long nulls = index.nullCounts().isEmpty() ? -1 : count(index.nullCounts().get(i), entries);
      long nans = index.nanCounts().isEmpty() ? -1 : count(index.nanCounts().get(i), entries);
      pages.add(
          index.nullPages().get(i)
              ? new ColumnFacts(order, null, null, entries, entries, 0)
              : bounded(
                  column, order, index.min().get(i), index.max().get(i), entries, nulls, nans));
    }
    return pages;
  }

  private static ColumnFacts bounded(
      ParquetColumn column,
      ValueOrder order,
      byte @Nullable [] min,
      byte @Nullable [] max,
      long entries,
      long nulls,
      long nans) {
    boolean right =
        min != null && max != null && order.isValue(min, column) && order.isValue(max, column);
    return new ColumnFacts(order, right ? min : null, right ? max : null, entries, nulls, nans);
  }

  /// A count that can be right, or -1.
  private static long count(@Nullable Long given, long most) {
    return given == null || given < 0 || given > most ? -1 : given;
  }

  boolean allNull() {
    return nulls > 0 && nulls == entries;
  }

  boolean noneNull() {
    return nulls == 0;
  }
}
