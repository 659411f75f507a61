package dev.gatun.internal.parquet.stats;

import dev.gatun.parquet.ParquetColumn;
import dev.gatun.parquet.PhysicalType;
import dev.gatun.parquet.RawStatistics;
import org.jspecify.annotations.Nullable;

/// Bounds of the values of a chunk or page that were found to hold: in an order that is known, of
/// the right form, no NaN, and not the wrong way round. In PLAIN encoding, byte arrays without
/// length.
///
/// @param min no value is less; a zero is -0, whatever the file has
/// @param max no value is greater; a zero is +0
/// @param minExact whether `min` occurs
/// @param maxExact whether `max` occurs
public record TrustedBounds(
    ValueOrder order, byte[] min, byte[] max, boolean minExact, boolean maxExact) {

  /// The bounds of a chunk: of the fields that go by the column's order or, where the file has
  /// none, of the deprecated ones as far as they can be right.
  ///
  /// @param columnOrder the column's member of the union ColumnOrder, 0 when the file has none
  /// @return null when there are none to be trusted
  public static @Nullable TrustedBounds of(
      ParquetColumn column, RawStatistics raw, int columnOrder) {
    ValueOrder order = ValueOrder.of(column, columnOrder);
    if (raw.min() != null && raw.max() != null && order != ValueOrder.NONE) {
      boolean assumed = !isBytes(column); // numbers are not shortened; of bytes nobody knows
      return of(
          column,
          order,
          raw.min(),
          raw.max(),
          raw.minExact() == null ? assumed : raw.minExact(),
          raw.maxExact() == null ? assumed : raw.maxExact());
    }
    ValueOrder old = ValueOrder.ofOldFields(column);
    return raw.oldMin() != null && raw.oldMax() != null && old != ValueOrder.NONE
        ? of(column, old, raw.oldMin(), raw.oldMax(), true, true)
        : null;
  }

  private static boolean isBytes(ParquetColumn column) {
    return column.physicalType() == PhysicalType.BYTE_ARRAY
        || column.physicalType() == PhysicalType.FIXED_LEN_BYTE_ARRAY;
  }

  /// The bounds of a page.
  ///
  /// @return null when they are not to be trusted
  public static @Nullable TrustedBounds ofPage(
      ParquetColumn column, byte[] min, byte[] max, int columnOrder) {
    ValueOrder order = ValueOrder.of(column, columnOrder);
    return of(column, order, min, max, false, false);
  }

  private static @Nullable TrustedBounds of(
      ParquetColumn column,
      ValueOrder order,
      byte[] min,
      byte[] max,
      boolean minExact,
      boolean maxExact) {
    if (!order.isValue(min, column) || !order.isValue(max, column)) {
      return null;
    }
    byte[] low = order.widenZero(min, true);
    byte[] high = order.widenZero(max, false);
    return order.compare(low, high) <= 0
        ? new TrustedBounds(order, low, high, minExact, maxExact)
        : null;
  }

  /// Of both together, which must have one order.
  TrustedBounds with(TrustedBounds other) {
    int low = order.compare(min, other.min);
    int high = order.compare(max, other.max);
    return new TrustedBounds(
        order,
        low <= 0 ? min : other.min,
        high >= 0 ? max : other.max,
        low < 0 ? minExact : low > 0 ? other.minExact : minExact || other.minExact,
        high > 0 ? maxExact : high < 0 ? other.maxExact : maxExact || other.maxExact);
  }
}
