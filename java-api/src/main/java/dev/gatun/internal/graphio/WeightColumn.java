package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.graph.WeightType;
import dev.gatun.internal.kernel.CsvCells;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/// The weights of a block's edges: integers if the rule begins with them and they are all integers,
/// else doubles. For one thread at a time.
final class WeightColumn {
  /// Of a double exactly between two floats, the low bits that a float has not.
  private static final long HALF = 1L << 28;

  private static final long LOW = (1L << 29) - 1;

  private final int column;
  private final WeightRule rule;
  private final BooleanSupplier onlyReals;
  private final CellConverters.Numbers integers;
  private final CellConverters.Numbers reals;
  private boolean real;
  private boolean small;

  /// @param onlyReals whether integers are of no use any more
  WeightColumn(TextLayout layout, BooleanSupplier onlyReals, CellConverters converters) {
    this.column = layout.weight();
    this.rule = layout.weights();
    this.onlyReals = onlyReals;
    this.integers = converters.integers(false);
    this.reals = converters.reals();
  }

  /// Converts the weights of all records.
  ///
  /// @return row of the first one that is not right, the number of rows when all are
  int convert(CsvCells cells) {
    if (!rule.first().isInteger() || onlyReals.getAsBoolean()) {
      return toReals(cells);
    }
    int rows = integers.convert(cells, column);
    if (rows < cells.rows() && rule.allowsDouble()) {
      return toReals(cells);
    }
    real = false;
    int large = firstLarge(rows);
    small = large == rows;
    return rule.last() == WeightType.INT32 ? large : rows;
  }

  private int firstLarge(int rows) {
    MemorySegment values = integers.values();
    for (int i = 0; i < rows; i++) {
      long value = values.getAtIndex(JAVA_LONG, i);
      if (value != (int) value) {
        return i;
      }
    }
    return rows;
  }

  /// Converts to doubles, whatever weights are.
  ///
  /// @return as [#convert]
  int toReals(CsvCells cells) {
    real = true;
    int rows = reals.convert(cells, column);
    MemorySegment values = reals.values();
    boolean single = rule.last() == WeightType.FLOAT32;
    for (int i = 0; i < rows; i++) {
      double value = values.getAtIndex(JAVA_DOUBLE, i);
      if (single && mayRoundTwice(value)) {
        value = single(cells, i);
        values.setAtIndex(JAVA_DOUBLE, i, value);
      }
      if (!Double.isFinite(single ? (float) value : value)) {
        return i;
      }
    }
    return rows;
  }

  /// Whether the nearest float of a text may be another one than that of its nearest double.
  private static boolean mayRoundTwice(double value) {
    return (Double.doubleToRawLongBits(value) & LOW) == HALF
        || (Math.abs(value) < Float.MIN_NORMAL && value != 0);
  }

  private float single(CsvCells cells, int row) {
    long start = cells.start(row, column);
    byte[] cell = cells.text().asSlice(start, cells.end(row, column) - start).toArray(JAVA_BYTE);
    return Float.parseFloat(new String(cell, StandardCharsets.ISO_8859_1).replace("\"", ""));
  }

  /// Whether weights are doubles, else 64-bit integers.
  boolean areReal() {
    return real;
  }

  /// Whether integers fit 32 bits.
  boolean areSmall() {
    return small;
  }

  /// The weights.
  MemorySegment values() {
    return real ? reals.values() : integers.values();
  }
}
