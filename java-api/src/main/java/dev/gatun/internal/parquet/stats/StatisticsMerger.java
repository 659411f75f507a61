package dev.gatun.internal.parquet.stats;

import dev.gatun.parquet.ColumnChunk;
import dev.gatun.parquet.ColumnStatistics;
import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.PhysicalType;
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
  private @Nullable ValueOrder order;
  private boolean known = true;
  private byte @Nullable [] min;
  private byte @Nullable [] max;
  private boolean minExact;
  private boolean maxExact;

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
    if (!known) {
      return;
    }
    known = false;
    if (raw == null) {
      return;
    }
    ValueOrder ofNew = ValueOrder.of(column, columnOrder);
    byte[] low = raw.min();
    byte[] high = raw.max();
    if (low != null && high != null && ofNew != ValueOrder.NONE) {
      known = addBounds(ofNew, low, high, exact(raw.minExact()), exact(raw.maxExact()));
      return;
    }
    ValueOrder ofOld = ValueOrder.ofOldFields(column);
    low = raw.oldMin();
    high = raw.oldMax();
    if (low != null && high != null && ofOld != ValueOrder.NONE) {
      known = addBounds(ofOld, low, high, true, true);
    }
  }

  /// Numbers are not shortened; of bytes nobody knows.
  private boolean exact(@Nullable Boolean given) {
    boolean bytes =
        column.physicalType() == PhysicalType.BYTE_ARRAY
            || column.physicalType() == PhysicalType.FIXED_LEN_BYTE_ARRAY;
    return given == null ? !bytes : given;
  }

  private boolean addBounds(
      ValueOrder by, byte[] low, byte[] high, boolean lowExact, boolean highExact) {
    if (!by.isValue(low, column) || !by.isValue(high, column) || by.compare(low, high) > 0) {
      return false;
    }
    if (order != null && order != by) {
      return false;
    }
    order = by;
    int below = min == null ? -1 : by.compare(low, min);
    if (below <= 0) {
      minExact = lowExact || (below == 0 && minExact);
      min = low;
    }
    int above = max == null ? 1 : by.compare(high, max);
    if (above >= 0) {
      maxExact = highExact || (above == 0 && maxExact);
      max = high;
    }
    return true;
  }

  /// Of all chunks added.
  public ColumnStatistics result() {
    Object least = null;
    Object most = null;
    boolean right = known;
    if (known && order != null && min != null && max != null) {
      least = ValueDecoder.decode(order.widenZero(min, true), column, order);
      most = ValueDecoder.decode(order.widenZero(max, false), column, order);
      right = least != null && most != null;
    }
    return new ColumnStatistics(
        column,
        values,
        nullCount,
        distinctCount,
        nanCount,
        right,
        right ? least : null,
        right ? most : null,
        right && least != null && minExact,
        right && most != null && maxExact);
  }
}
