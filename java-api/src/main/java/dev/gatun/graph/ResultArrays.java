package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Columns of results in Arrow layout, vertices by their names.
///
/// @param ids what the vertices are called
record ResultArrays(VertexIds ids) {
  /// The column of all vertices.
  Field vertexField(String name) {
    return new Field(name, idType(), false);
  }

  /// A column of a result.
  Field field(ResultColumn column) {
    boolean nullable = column.kind() != ResultColumn.Kind.VALUE;
    DataType type =
        switch (column.values()) {
          case IntVector _ when column.kind() == ResultColumn.Kind.VERTEX -> idType();
          case IntVector _ -> new DataType.Int(Integer.SIZE, true);
          case LongVector _ -> new DataType.Int(Long.SIZE, true);
          case DoubleVector _ -> new DataType.FloatingPoint(Double.SIZE);
        };
    return new Field(column.name(), type, nullable);
  }

  private DataType idType() {
    return ids.isNumeric() ? new DataType.Int(Long.SIZE, true) : new DataType.Utf8();
  }

  /// The names of vertices `from` to `from + rows - 1`.
  ArrayData vertices(Field field, int from, int rows, Region region) {
    return names(field, rows, null, 0, row -> from + row, region);
  }

  /// Rows `from` to `from + rows - 1` of a column.
  ArrayData array(ResultColumn column, int from, int rows, Region region) {
    Field field = field(column);
    MemorySegment validity = null;
    int nulls = 0;
    if (field.nullable()) {
      MemorySegment bits = region.allocateZeroed((rows + 7L) / 8);
      nulls = rows - setBits(bits, rows, row -> !column.isNull(from + row));
      validity = nulls == 0 ? null : bits;
    }
    if (column.values() instanceof IntVector ints && column.kind() == ResultColumn.Kind.VERTEX) {
      return names(field, rows, validity, nulls, row -> ints.get(from + row), region);
    }
    MemorySegment all = column.values().segment();
    long width = column.values() instanceof IntVector ? Integer.BYTES : Long.BYTES;
    MemorySegment values = region.allocate(rows, width);
    MemorySegment.copy(all, from * width, values, 0, rows * width);
    return array(field, rows, nulls, validity, null, values);
  }

  private static int setBits(MemorySegment bits, int count, IntPredicate set) {
    int ones = 0;
    for (int i = 0; i < count; i++) {
      if (set.test(i)) {
        long at = i >>> 3;
        bits.set(JAVA_BYTE, at, (byte) (bits.get(JAVA_BYTE, at) | 1 << (i & 7)));
        ones++;
      }
    }
    return ones;
  }

  /// @param vertices of each row, negative for none
  private ArrayData names(
      Field field,
      int rows,
      @Nullable MemorySegment validity,
      int nulls,
      IntUnaryOperator vertices,
      Region region) {
    if (!ids.isNumeric()) {
      return strings(field, rows, validity, nulls, vertices, region);
    }
    MemorySegment values = region.allocate(rows, Long.BYTES);
    for (int row = 0; row < rows; row++) {
      int vertex = vertices.applyAsInt(row);
      values.setAtIndex(JAVA_LONG, row, vertex < 0 ? 0 : ids.id(vertex));
    }
    return array(field, rows, nulls, validity, null, values);
  }

  private ArrayData strings(
      Field field,
      int rows,
      @Nullable MemorySegment validity,
      int nulls,
      IntUnaryOperator vertices,
      Region region) {
    MemorySegment offsets = region.allocate(rows + 1L, Integer.BYTES);
    byte[][] names = new byte[rows][];
    int end = 0;
    offsets.setAtIndex(JAVA_INT, 0, 0);
    for (int row = 0; row < rows; row++) {
      int vertex = vertices.applyAsInt(row);
      names[row] = vertex < 0 ? new byte[0] : ids.name(vertex).getBytes(StandardCharsets.UTF_8);
      end = Math.addExact(end, names[row].length);
      offsets.setAtIndex(JAVA_INT, row + 1L, end);
    }
    MemorySegment values = region.allocate(end);
    for (int row = 0; row < rows; row++) {
      int at = offsets.getAtIndex(JAVA_INT, row);
      MemorySegment.copy(names[row], 0, values, JAVA_BYTE, at, names[row].length);
    }
    return array(field, rows, nulls, validity, offsets, values);
  }

  private static ArrayData array(
      Field field,
      int rows,
      int nulls,
      @Nullable MemorySegment validity,
      @Nullable MemorySegment offsets,
      MemorySegment values) {
    return new ArrayData(field, rows, nulls, validity, offsets, values, List.of(), null, List.of());
  }
}
