package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.kernel.ColumnFilter;
import dev.gatun.internal.kernel.ColumnFilter.Rows;
import dev.gatun.internal.parquet.schema.LeafColumn;
import dev.gatun.internal.parquet.stats.ValueOrder;
import org.jspecify.annotations.Nullable;

/// The values of a column as an ordered type in which every value but the last has a next one.
///
/// @param <T> what stands for a value; equal ones in the column's order are equal here
interface ValueType<T> {
  /// The column's order.
  int compare(T a, T b);

  /// The least value.
  T first();

  /// The least value above, null when there is none.
  @Nullable T next(T value);

  /// The greatest value that statistics leave out (NaN), null when they tell of all.
  default @Nullable T untold() {
    return null;
  }

  /// Whether bounds in an order of the format are bounds of these values.
  boolean hasOrder(ValueOrder order);

  /// Where a literal lies among the values.
  ///
  /// @throws IllegalArgumentException when it cannot be compared with them
  Ceiling<T> ceiling(Object literal);

  /// The values that begin with a literal.
  ///
  /// @throws IllegalArgumentException when values have no beginning, or not one of that type
  default ValueSet<T> startingWith(Object prefix) {
    throw new IllegalArgumentException("only texts and bytes have a beginning");
  }

  /// A test of arrays for a set that is neither empty nor all.
  ArrayTest test(ValueSet<T> set);

  /// A value in PLAIN encoding, as in statistics; null when it cannot be told or is none.
  @Nullable T fromPlain(byte[] plain, LeafColumn column);

  /// PLAIN encodings of a value, of which a writer may have chosen any; null when not all can be
  /// told.
  byte @Nullable [][] toPlain(T value, LeafColumn column);

  /// The least value at or above a literal.
  ///
  /// @param value null when all are below
  /// @param exact whether they are equal
  record Ceiling<T>(@Nullable T value, boolean exact) {}

  /// Tests the rows of an array of the column's type that is no dictionary.
  @FunctionalInterface
  interface ArrayTest {
    /// @return rows selected after it
    long run(ColumnFilter kernel, Rows rows, ArrayData array);
  }
}
