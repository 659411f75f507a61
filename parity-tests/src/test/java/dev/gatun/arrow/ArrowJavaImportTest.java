package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.support.RandomColumns;
import dev.gatun.support.TestReader;
import java.util.List;
import java.util.Map;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.ArrowSchema;
import org.apache.arrow.c.CDataDictionaryProvider;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// arrow-java imports what is exported, and everything is freed once it lets go.
class ArrowJavaImportTest {
  private static final List<Field> FIELDS = RandomColumns.everyType();
  private static final Schema SCHEMA = new Schema(FIELDS, Map.of("made by", "a test", "b", ""));

  private final BufferAllocator allocator = new RootAllocator();
  private final CDataDictionaryProvider dictionaries = new CDataDictionaryProvider();
  private long liveBefore;

  @BeforeEach
  void countMemory() {
    liveBefore = MemoryAccount.process().live();
  }

  @AfterEach
  void everythingIsFreed() {
    dictionaries.close();
    allocator.close();
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  private static List<List<Object>> values(int rows) {
    RandomColumns random = new RandomColumns(rows);
    return FIELDS.stream().map(field -> random.values(field, rows)).toList();
  }

  private void assertSame(List<List<Object>> expected, VectorSchemaRoot actual) {
    for (int c = 0; c < FIELDS.size(); c++) {
      Field field = FIELDS.get(c);
      var vector = actual.getVector(c);
      assertEquals(field.name(), vector.getField().getName());
      Same.assertSame(
          expected.get(c), new ArrowJava(dictionaries).values(field, vector), field.name());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 300})
  void aBatch(int rows) {
    List<List<Object>> values = values(rows);
    VectorSchemaRoot root;
    try (var reader = new TestReader(SCHEMA, List.of(values));
        ArrowSchema schema = ArrowSchema.allocateNew(allocator);
        ArrowArray array = ArrowArray.allocateNew(allocator)) {
      ArrowExport.schema(SCHEMA, schema.memoryAddress());
      ArrowExport.array(reader.next(), array.memoryAddress());
      root = Data.importVectorSchemaRoot(allocator, array, schema, dictionaries);
    }
    try (root) {
      assertEquals(rows, root.getRowCount());
      assertEquals(SCHEMA.metadata(), root.getSchema().getCustomMetadata());
      assertSame(values, root);
    }
  }

  @Test
  void aStream() throws Exception {
    List<List<List<Object>>> batches = List.of(values(5), values(0), values(70));
    var reader = new TestReader(SCHEMA, List.copyOf(batches));
    try (ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      ArrowExport.stream(reader, stream.memoryAddress());
      try (ArrowReader imported = Data.importArrayStream(allocator, stream)) {
        for (List<List<Object>> values : batches) {
          assertTrue(imported.loadNextBatch());
          var root = imported.getVectorSchemaRoot();
          for (int c = 0; c < FIELDS.size(); c++) {
            Same.assertSame(
                values.get(c),
                new ArrowJava(imported).values(FIELDS.get(c), root.getVector(c)),
                FIELDS.get(c).name());
          }
        }
        assertFalse(imported.loadNextBatch());
      }
    }
    assertTrue(reader.closed());
  }

  @Test
  void fieldsKeepTheirTypesNullnessAndMetadata() {
    Field given =
        new Field(
            "x",
            new DataType.FixedSizeBinary(16),
            false,
            List.of(),
            Map.of("ARROW:extension:name", "arrow.unheard-of", "ключ", "значение"));
    Field narrow = new Field("d", new DataType.Decimal(9, 2, 32), true);
    try (ArrowSchema schema = ArrowSchema.allocateNew(allocator)) {
      ArrowExport.schema(new Schema(List.of(given, narrow), Map.of()), schema.memoryAddress());
      var imported = Data.importSchema(allocator, schema, dictionaries).getFields();
      assertFalse(imported.getFirst().isNullable());
      assertEquals(given.metadata(), imported.getFirst().getMetadata());
      assertEquals(new ArrowType.FixedSizeBinary(16), imported.getFirst().getType());
      assertTrue(imported.get(1).isNullable());
      assertEquals(new ArrowType.Decimal(9, 2, 128), imported.get(1).getType());
    }
  }
}
