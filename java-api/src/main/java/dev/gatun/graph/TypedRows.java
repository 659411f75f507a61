package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.arrow.NullArrays;
import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tables of many types, one after the other as one table: some columns of numbers, the type, and
/// all properties that any of them has.
final class TypedRows {
  private static final Field TYPE = new Field("_type", new DataType.Utf8(), false);

  private final List<Field> numbers;
  private final Map<String, Field> properties = new LinkedHashMap<>();
  private final Map<String, Integer> users = new LinkedHashMap<>();
  private int types;

  /// Makes the numbers of the next rows.
  @FunctionalInterface
  interface Numbers {
    /// @return 64-bit integers of each column
    List<MemorySegment> next(int rows, Region region);
  }

  TypedRows(List<Field> numbers) {
    this.numbers = numbers;
  }

  /// Adds the properties of a type.
  ///
  /// @throws IllegalArgumentException when there is one of that name and another type
  void addProperties(String type, ColumnTable table) {
    types++;
    for (Field field : table.schema().fields()) {
      Field known = properties.putIfAbsent(field.name(), field);
      if (known != null && !sameType(known, field)) {
        throw new IllegalArgumentException(
            "property \"%s\" of %s is %s, elsewhere it is %s"
                .formatted(field.name(), type, field.type(), known.type()));
      }
      if (known != null && field.nullable() && !known.nullable()) {
        properties.put(field.name(), nullable(known));
      }
      users.merge(field.name(), 1, Integer::sum);
    }
  }

  private static boolean sameType(Field a, Field b) {
    return a.type().equals(b.type()) && a.children().equals(b.children());
  }

  private static Field nullable(Field field) {
    return new Field(field.name(), field.type(), true, field.children(), field.metadata());
  }

  /// The rows of all tables.
  ColumnTable table(Map<String, ColumnTable> tables, Numbers source) {
    List<Field> fields = new ArrayList<>(numbers);
    fields.add(TYPE);
    properties.forEach(
        (name, field) -> fields.add(users.getOrDefault(name, 0) < types ? nullable(field) : field));
    Region region = new Region(MemoryAccount.process());
    List<SharedMemory> memory = new ArrayList<>();
    memory.add(new SharedMemory(region::close));
    boolean complete = false;
    try {
      List<Part> parts = new ArrayList<>();
      tables.forEach(
          (type, table) -> {
            memory.addAll(table.retain());
            List<Field> own = table.schema().fields();
            for (Part part : table.parts()) {
              parts.add(part(type, part, own, fields, source, region));
            }
          });
      complete = true;
      return new ColumnTable(new Schema(fields, Map.of()), parts, memory);
    } finally {
      if (!complete) {
        memory.forEach(SharedMemory::release);
      }
    }
  }

  private Part part(
      String type, Part part, List<Field> own, List<Field> fields, Numbers source, Region region) {
    int rows = part.rows();
    List<ArrayData> columns = new ArrayList<>();
    List<MemorySegment> values = source.next(rows, region);
    for (int i = 0; i < numbers.size(); i++) {
      columns.add(
          new ArrayData(
              numbers.get(i), rows, 0, null, null, values.get(i), List.of(), null, List.of()));
    }
    columns.add(repeated(type, rows, region));
    List<String> names = own.stream().map(Field::name).toList();
    for (Field field : fields.subList(numbers.size() + 1, fields.size())) {
      int place = names.indexOf(field.name());
      columns.add(
          place < 0
              ? NullArrays.of(field, rows, region)
              : part.columns().get(place).withField(field));
    }
    return new Part(rows, columns);
  }

  private static ArrayData repeated(String text, int rows, Region region) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int total = Math.multiplyExact(rows, utf8.length);
    MemorySegment offsets = region.allocate(rows + 1L, Integer.BYTES);
    MemorySegment values = region.allocate(total);
    for (int row = 0; row < rows; row++) {
      offsets.setAtIndex(JAVA_INT, row, row * utf8.length);
      MemorySegment.copy(utf8, 0, values, JAVA_BYTE, (long) row * utf8.length, utf8.length);
    }
    offsets.setAtIndex(JAVA_INT, rows, total);
    return new ArrayData(TYPE, rows, 0, null, offsets, values, List.of(), null, List.of());
  }
}
