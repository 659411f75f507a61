package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.support.RandomColumns;
import dev.gatun.support.TestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// DuckDB queries a reader through an exported stream.
class DuckDbImportTest {
  private static final int[] BATCHES = {3, 0, 2100};

  static Stream<Arguments> fields() {
    return RandomColumns.everyType().stream()
        .filter(field -> !field.name().equals("float16")) // DuckDB does not know it
        .map(field -> Arguments.of(field.name(), field));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void everyType(String name, Field field) throws Exception {
    RandomColumns random = new RandomColumns(7);
    List<List<List<Object>>> batches = new ArrayList<>();
    List<Object> expected = new ArrayList<>();
    for (int rows : BATCHES) {
      List<Object> values = random.values(field, rows);
      batches.add(List.of(values));
      expected.addAll(values);
    }
    Schema schema = new Schema(List.of(field), Map.of());
    TestReader reader = new TestReader(schema, List.copyOf(batches));
    long liveBefore = MemoryAccount.process().live();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      ArrowExport.stream(reader, stream.memoryAddress());
      try {
        Same.assertSame(expected, DuckDb.read(stream, schema).getFirst(), name);
      } finally {
        stream.release();
      }
    }
    assertTrue(reader.closed());
    assertEquals(liveBefore, MemoryAccount.process().live());
  }
}
