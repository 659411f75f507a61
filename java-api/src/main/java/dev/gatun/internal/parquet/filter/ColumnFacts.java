package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.parquet.stats.ValueOrder;
import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.RawStatistics;
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

  /// Of a page, by the column index.
  ///
  /// @param columnOrder the column's member of the union ColumnOrder, 0 when the file has none
  /// @param rows of the page, of a column that is not repeated
  /// @param allNull whether the page has nothing but nulls
  /// @param nulls -1 when not known
  /// @param nans -1 when not known
  public static ColumnFacts ofPage(
      ParquetColumn column,
      int columnOrder,
      boolean allNull,
      byte[] min,
      byte[] max,
      long rows,
      long nulls,
      long nans) {
    ValueOrder order = ValueOrder.of(column, columnOrder);
    return allNull
        ? new ColumnFacts(order, null, null, rows, rows, 0)
        : bounded(column, order, min, max, rows, count(nulls, rows), count(nans, rows));
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
