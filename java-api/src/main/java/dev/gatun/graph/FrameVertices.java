package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.arrow.NullArrays;
import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Rows of vertices that stood in no table of vertices.
final class FrameVertices {
  private final VertexIds ids;
  private final ResultArrays arrays;
  private final Region region;
  private final List<Part> parts = new ArrayList<>();

  private FrameVertices(VertexIds ids, Region region) {
    this.ids = ids;
    this.arrays = new ResultArrays(ids);
    this.region = region;
  }

  /// A table of all vertices, with nothing but their ids.
  static ColumnTable of(VertexIds ids, String column, Execution execution) {
    Region region = execution.ownRegion();
    SharedMemory memory = new SharedMemory(region::close);
    FrameVertices made = new FrameVertices(ids, region);
    Field field = made.arrays.vertexField(column);
    boolean complete = false;
    try {
      made.add(new Schema(List.of(field), Map.of()), 0, 0, execution);
      complete = true;
      return new ColumnTable(new Schema(List.of(field), Map.of()), made.parts, List.of(memory));
    } finally {
      if (!complete) {
        memory.release();
      }
    }
  }

  /// The table with rows for the vertices that it lacks, which have no properties.
  ///
  /// @param table of the first vertices
  static ColumnTable append(ColumnTable table, VertexIds ids, int idPlace, Execution execution) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < table.schema().fields().size(); i++) {
      Field field = table.schema().fields().get(i);
      fields.add(i == idPlace ? field : nullable(field));
    }
    Schema schema = new Schema(fields, table.schema().metadata());
    Region region = execution.ownRegion();
    SharedMemory memory = new SharedMemory(region::close);
    boolean complete = false;
    try {
      FrameVertices made = new FrameVertices(ids, region);
      for (Part part : table.parts()) {
        made.parts.add(new Part(part.rows(), withFields(part.columns(), fields)));
      }
      made.add(schema, idPlace, Math.toIntExact(table.rows()), execution);
      List<SharedMemory> all = new ArrayList<>(table.retain());
      all.add(memory);
      complete = true;
      return new ColumnTable(schema, made.parts, all);
    } finally {
      if (!complete) {
        memory.release();
      }
    }
  }

  private static Field nullable(Field field) {
    return new Field(field.name(), field.type(), true, field.children(), field.metadata());
  }

  private static List<ArrayData> withFields(List<ArrayData> columns, List<Field> fields) {
    List<ArrayData> same = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      same.add(columns.get(i).withField(fields.get(i)));
    }
    return same;
  }

  private void add(Schema schema, int idPlace, int first, Execution execution) {
    for (int from = first; from < ids.size(); from += ResultBatches.ROWS) {
      execution.checkpoint(from, ids.size());
      int rows = Math.min(ResultBatches.ROWS, ids.size() - from);
      List<ArrayData> columns = new ArrayList<>();
      for (int i = 0; i < schema.fields().size(); i++) {
        Field field = schema.fields().get(i);
        columns.add(i == idPlace ? ids(field, from, rows) : NullArrays.of(field, rows, region));
      }
      parts.add(new Part(rows, columns));
    }
  }

  private ArrayData ids(Field field, int from, int rows) {
    return switch (field.type()) {
      case DataType.Utf8 _ -> arrays.vertices(field, from, rows, region);
      case DataType.Int(int bits, _) when bits == Long.SIZE ->
          arrays.vertices(field, from, rows, region);
      case DataType.Int type -> narrow(field, type, from, rows);
      case DataType.Dictionary(DataType.Utf8 values) -> {
        MemorySegment indexes = region.allocate(rows, Integer.BYTES);
        for (int row = 0; row < rows; row++) {
          indexes.setAtIndex(JAVA_INT, row, row);
        }
        Field entries = new Field("", values, false);
        yield new ArrayData(
            field,
            rows,
            0,
            null,
            null,
            indexes,
            List.of(),
            arrays.vertices(entries, from, rows, region),
            List.of());
      }
      default ->
          throw new IllegalArgumentException(
              "vertices: none can be added where ids are " + field.type());
    };
  }

  private ArrayData narrow(Field field, DataType.Int type, int from, int rows) {
    int width = type.bits() / Byte.SIZE;
    MemorySegment values = region.allocate(rows, width);
    long least = type.signed() ? -1L << type.bits() - 1 : 0;
    long most = type.signed() ? ~least : (1L << type.bits()) - 1;
    for (int row = 0; row < rows; row++) {
      long id = arrays.ids().id(from + row);
      if (id < least || id > most) {
        throw new IllegalArgumentException(
            "vertices: id %d cannot be added to column \"%s\" of %s"
                .formatted(id, field.name(), type));
      }
      switch (width) {
        case Byte.BYTES -> values.set(JAVA_BYTE, row, (byte) id);
        case Short.BYTES -> values.setAtIndex(JAVA_SHORT, row, (short) id);
        default -> values.setAtIndex(JAVA_INT, row, (int) id);
      }
    }
    return new ArrayData(field, rows, 0, null, null, values, List.of(), null, List.of());
  }
}
