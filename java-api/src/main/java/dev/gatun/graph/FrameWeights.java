package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.ByteColumn;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.DecimalColumn;
import dev.gatun.arrow.DoubleColumn;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Float16Column;
import dev.gatun.arrow.FloatColumn;
import dev.gatun.arrow.IntColumn;
import dev.gatun.arrow.LongColumn;
import dev.gatun.arrow.ShortColumn;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.exec.Execution;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;

/// Weights of edges from a column of numbers.
final class FrameWeights {
  private FrameWeights() {}

  /// The type that holds every value of a column. Decimals are rounded to doubles.
  ///
  /// @throws IllegalArgumentException when it has no numbers
  static WeightType type(Field field) {
    return switch (field.type()) {
      case DataType.Int(int bits, boolean signed) ->
          bits < Integer.SIZE || (signed && bits == Integer.SIZE)
              ? WeightType.INT32
              : WeightType.INT64;
      case DataType.FloatingPoint(int bits) ->
          bits <= Float.SIZE ? WeightType.FLOAT32 : WeightType.FLOAT64;
      case DataType.Decimal _ -> WeightType.FLOAT64;
      default ->
          throw new IllegalArgumentException(
              "edges: weights are numbers; column \"%s\" is %s"
                  .formatted(field.name(), field.type()));
    };
  }

  /// The weights of all rows, in scratch memory of the call.
  ///
  /// @throws IllegalArgumentException when one is null or does not fit 64 bits
  static MemorySegment read(ColumnTable edges, int place, WeightType type, Execution execution) {
    MemorySegment weights = execution.scratch().allocate(edges.rows(), type.bytes());
    long at = 0;
    try (BatchReader reader = edges.reader(place)) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        Column column = batch.column(0);
        for (int row = 0; row < column.length(); row++, at++) {
          if (column.isNull(row)) {
            throw new IllegalArgumentException(
                "edges: column \"%s\" is null in row %d, where a weight should be"
                    .formatted(column.field().name(), at));
          }
          put(column, row, weights, at);
        }
        execution.checkpoint(at, edges.rows());
      }
    }
    return weights;
  }

  private static void put(Column column, int row, MemorySegment weights, long at) {
    switch (column) {
      case ByteColumn bytes -> weights.setAtIndex(JAVA_INT, at, bytes.toInt(row));
      case ShortColumn shorts -> weights.setAtIndex(JAVA_INT, at, shorts.toInt(row));
      case IntColumn ints when type(ints.field()) == WeightType.INT32 ->
          weights.setAtIndex(JAVA_INT, at, ints.get(row));
      case IntColumn ints -> weights.setAtIndex(JAVA_LONG, at, ints.toLong(row));
      case LongColumn longs -> weights.setAtIndex(JAVA_LONG, at, exact(longs, row, at));
      case Float16Column floats -> weights.setAtIndex(JAVA_FLOAT, at, floats.get(row));
      case FloatColumn floats -> weights.setAtIndex(JAVA_FLOAT, at, floats.get(row));
      case DoubleColumn doubles -> weights.setAtIndex(JAVA_DOUBLE, at, doubles.get(row));
      case DecimalColumn decimals ->
          weights.setAtIndex(
              JAVA_DOUBLE,
              at,
              new BigDecimal(decimals.unscaled(row), decimals.scale()).doubleValue());
      default -> throw new AssertionError(column.field() + " was checked");
    }
  }

  private static long exact(LongColumn longs, int row, long at) {
    long bits = longs.get(row);
    if (bits < 0 && longs.toBigInteger(row).signum() > 0) {
      throw new IllegalArgumentException(
          "edges: weight %s in row %d is above 2^63 - 1".formatted(longs.toBigInteger(row), at));
    }
    return bits;
  }
}
