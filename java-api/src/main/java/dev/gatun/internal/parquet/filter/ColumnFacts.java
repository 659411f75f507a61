package dev.gatun.internal.parquet.filter;

import org.jspecify.annotations.Nullable;

/// What is known, without reading them, of a column's values in a row group or page. Whoever makes
/// one has seen to it that the bounds are in the column's order.
///
/// @param min no value is less, in PLAIN encoding; null when not known. It need not occur
/// @param max no value is greater, in PLAIN encoding; null when not known. It need not occur
/// @param entries values and nulls, -1 when not known
/// @param nulls -1 when not known
/// @param nans of floating-point columns: NaNs, which `min` and `max` leave out; -1 when not known
public record ColumnFacts(
    byte @Nullable [] min, byte @Nullable [] max, long entries, long nulls, long nans) {
  /// Nothing.
  public static final ColumnFacts UNKNOWN = new ColumnFacts(null, null, -1, -1, -1);

  /// Of a page or row group that holds only nulls.
  public static ColumnFacts ofNulls(long entries) {
    return new ColumnFacts(null, null, entries, entries, 0);
  }

  boolean allNull() {
    return nulls > 0 && nulls == entries;
  }

  boolean noneNull() {
    return nulls == 0;
  }
}
