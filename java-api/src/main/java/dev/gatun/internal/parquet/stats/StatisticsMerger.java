package dev.gatun.internal.parquet.stats;

import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnStatistics;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.RawStatistics;
import org.jspecify.annotations.Nullable;

/// Puts the statistics of a column's chunks together. What one chunk does not know is not known of
/// all, apart from chunks without values.
public final class StatisticsMerger {
  private final ParquetColumn column;
  private boolean first = true;
  private long values;
  private long nullCount;
  private long distinctCount;
  private long nanCount;
  private boolean known = true;
  private @Nullable TrustedBounds bounds;

  /// Of no chunks yet.
  public StatisticsMerger(ParquetColumn column) {
    this.column = column;
  }

  /// Adds a chunk.
  ///
  /// @param columnOrder the column's member of the union ColumnOrder, 0 when the file has none
  public void add(ColumnChunk chunk, int columnOrder) {
    RawStatistics raw = chunk.statistics();
    long chunkNulls = raw == null ? -1 : count(raw.nullCount(), chunk.values());
    long chunkDistinct = raw == null ? -1 : count(raw.distinctCount(), chunk.values());
    long chunkNans = raw == null ? -1 : count(raw.nanCount(), chunk.values());
    distinctCount = first ? chunkDistinct : -1; // two chunks may share values
    nullCount = sum(nullCount, chunkNulls);
    nanCount = sum(nanCount, chunkNans);
    values += chunk.values();
    first = false;
    if (chunk.values() > 0 && chunkNulls != chunk.values()) {
      addBounds(raw, columnOrder);
    }
  }

  private static long sum(long a, long b) {
    return a < 0 || b < 0 ? -1 : a + b;
  }

  /// A count that can be right, or -1.
  private static long count(@Nullable Long given, long most) {
    return given == null || given < 0 || given > most ? -1 : given;
  }

  private void addBounds(@Nullable RawStatistics raw, int columnOrder) {
    TrustedBounds next = raw == null ? null : TrustedBounds.of(column, raw, columnOrder);
    known &= next != null;
    if (next != null && known) {
      known = bounds == null || bounds.order() == next.order();
      bounds = bounds == null || !known ? next : bounds.with(next);
    }
  }

  /// Of all chunks added.
  public ColumnStatistics result() {
    Object least = null;
    Object most = null;
    boolean right = known;
    TrustedBounds all = bounds;
    if (known && all != null) {
      least = ValueDecoder.decode(all.min(), column, all.order());
      most = ValueDecoder.decode(all.max(), column, all.order());
      right = least != null && most != null;
    }
    TrustedBounds there = right ? all : null;
    return new ColumnStatistics(
        column,
        values,
        nullCount,
        distinctCount,
        nanCount,
        right,
        there != null ? least : null,
        there != null ? most : null,
        there != null && there.minExact(),
        there != null && there.maxExact());
  }
}
