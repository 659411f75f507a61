package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.support.RandomColumns;
import dev.gatun.support.TestReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.message.ArrowBlock;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// arrow-java reads the Arrow IPC files and streams that are written.
class ArrowFileTest {
  private static final List<Field> FIELDS = RandomColumns.everyType();
  private static final Schema SCHEMA = new Schema(FIELDS, Map.of("made by", "a test", "b", ""));

  @TempDir private Path folder;
  private final BufferAllocator allocator = new RootAllocator();
  private long liveBefore;

  @BeforeEach
  void countMemory() {
    liveBefore = MemoryAccount.process().live();
  }

  @AfterEach
  void everythingIsFreed() {
    allocator.close();
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  private static List<List<Object>> values(List<Field> fields, int rows) {
    RandomColumns random = new RandomColumns(rows);
    return fields.stream().map(field -> random.values(field, rows)).toList();
  }

  private Path write(Schema schema, List<List<List<Object>>> batches) {
    Path file = folder.resolve("written.arrow");
    try (var reader = new TestReader(schema, List.copyOf(batches))) {
      long rows = batches.stream().mapToLong(batch -> batch.getFirst().size()).sum();
      assertEquals(rows, ArrowFile.write(file, reader));
    }
    return file;
  }

  private static byte[] stream(Schema schema, List<List<List<Object>>> batches) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var reader = new TestReader(schema, List.copyOf(batches));
        BatchWriter writer = ArrowFile.streamWriter(Channels.newChannel(bytes), schema)) {
      writer.writeAll(reader);
      writer.finish();
    }
    return bytes.toByteArray();
  }

  private static void assertRead(
      ArrowReader reader, Schema schema, List<List<List<Object>>> batches) throws IOException {
    assertEquals(schema.metadata(), reader.getVectorSchemaRoot().getSchema().getCustomMetadata());
    for (List<List<Object>> values : batches) {
      assertTrue(reader.loadNextBatch());
      var root = reader.getVectorSchemaRoot();
      for (int c = 0; c < schema.fields().size(); c++) {
        Field field = schema.fields().get(c);
        var vector = root.getVector(c);
        assertEquals(field.name(), vector.getField().getName());
        assertEquals(field.nullable(), vector.getField().isNullable());
        Same.assertSame(values.get(c), new ArrowJava(reader).values(field, vector), field.name());
      }
    }
    assertFalse(reader.loadNextBatch());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 300, 20_000})
  void everyTypeInAFile(int rows) throws IOException {
    List<List<List<Object>>> batches = List.of(values(FIELDS, rows));
    Path file = write(SCHEMA, batches);
    try (var channel = FileChannel.open(file);
        var reader = new ArrowFileReader(channel, allocator)) {
      assertRead(reader, SCHEMA, batches);
    }
  }

  @Test
  void manyBatchesOfAFileAnywhere() throws IOException {
    List<List<List<Object>>> batches = new ArrayList<>();
    for (int rows : new int[] {5, 0, 70, 64, 1}) {
      batches.add(values(FIELDS, rows));
    }
    Path file = write(SCHEMA, batches);
    byte[] bytes = Files.readAllBytes(file);
    try (var channel = FileChannel.open(file);
        var reader = new ArrowFileReader(channel, allocator)) {
      assertRead(reader, SCHEMA, batches);
      List<ArrowBlock> blocks = reader.getRecordBlocks();
      assertEquals(batches.size(), blocks.size());
      for (ArrowBlock block : blocks) {
        assertEquals(0, (block.getOffset() + block.getMetadataLength()) % 64, "bodies are aligned");
        assertEquals(0, block.getBodyLength() % 64);
      }
      assertTrue(reader.loadRecordBatch(blocks.get(2)));
      assertEquals(70, reader.getVectorSchemaRoot().getRowCount());
    }
    write(SCHEMA, batches);
    assertArrayEquals(bytes, Files.readAllBytes(file), "the same again");
  }

  @Test
  void aStream() throws IOException {
    List<List<List<Object>>> batches =
        List.of(values(FIELDS, 5), values(FIELDS, 0), values(FIELDS, 70));
    byte[] bytes = stream(SCHEMA, batches);
    try (var reader = new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator)) {
      assertRead(reader, SCHEMA, batches);
    }
  }

  @Test
  void dictionariesOfBatchesArePutTogether() throws IOException {
    Field words = new Field("words", new DataType.Dictionary(new DataType.Utf8()), true);
    Field lists = new Field("lists", new DataType.List(), true, List.of(words), Map.of());
    Schema schema = new Schema(List.of(words, lists), Map.of());
    List<List<List<Object>>> batches = new ArrayList<>();
    for (int first : new int[] {0, 3, 1, 100}) {
      List<Object> column = new ArrayList<>();
      IntStream.range(first, first + 5).forEach(i -> column.add("word " + i));
      column.set(1, null);
      List<Object> nested = new ArrayList<>(List.of(List.of("b" + first, "a"), List.of("a")));
      nested.addAll(Arrays.asList(null, List.of(), List.of("c"), List.of("a")));
      batches.add(List.of(column, nested.subList(0, 5)));
    }
    try (var channel = FileChannel.open(write(schema, batches));
        var reader = new ArrowFileReader(channel, allocator)) {
      assertEquals(2, reader.getDictionaryBlocks().size(), "one a column");
      assertDecoded(reader, batches);
    }
    byte[] bytes = stream(schema, batches);
    try (var reader = new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator)) {
      assertDecoded(reader, batches);
    }
  }

  /// Of the lists only that they are there: arrow-java has their elements as indexes.
  private static void assertDecoded(ArrowReader reader, List<List<List<Object>>> batches)
      throws IOException {
    Field words = new Field("words", new DataType.Dictionary(new DataType.Utf8()), true);
    for (List<List<Object>> values : batches) {
      assertTrue(reader.loadNextBatch());
      var root = reader.getVectorSchemaRoot();
      Same.assertSame(
          values.getFirst(), new ArrowJava(reader).values(words, root.getVector(0)), "words");
      for (int row = 0; row < root.getRowCount(); row++) {
        List<?> expected = (List<?>) values.get(1).get(row);
        List<?> actual = (List<?>) root.getVector(1).getObject(row);
        assertEquals(expected == null ? -1 : expected.size(), actual == null ? -1 : actual.size());
      }
    }
    assertFalse(reader.loadNextBatch());
  }

  @Test
  void narrowDecimalsAreWidened() throws IOException {
    Field narrow = new Field("d", new DataType.Decimal(9, 2, 32), false);
    Schema schema = new Schema(List.of(narrow), Map.of());
    Path file = write(schema, List.of(values(List.of(narrow), 10)));
    try (var channel = FileChannel.open(file);
        var reader = new ArrowFileReader(channel, allocator)) {
      var field = reader.getVectorSchemaRoot().getSchema().getFields().getFirst();
      assertEquals(new ArrowType.Decimal(9, 2, 128), field.getType());
      assertFalse(field.isNullable());
    }
  }

  @Test
  void fieldsKeepTheirMetadata() throws IOException {
    Map<String, String> metadata = Map.of("ARROW:extension:name", "x.unheard-of", "ключ", "ä");
    Field given =
        new Field("naïve \"x\"", new DataType.FixedSizeBinary(3), false, List.of(), metadata);
    Schema schema = new Schema(List.of(given), Map.of());
    Path file = write(schema, List.of());
    try (var channel = FileChannel.open(file);
        var reader = new ArrowFileReader(channel, allocator)) {
      var field = reader.getVectorSchemaRoot().getSchema().getFields().getFirst();
      assertEquals(given.name(), field.getName());
      assertEquals(metadata, field.getMetadata());
      assertEquals(new ArrowType.FixedSizeBinary(3), field.getType());
      assertFalse(reader.loadNextBatch());
    }
  }

  @Test
  void aFileAppearsWhenItIsFinished() throws IOException {
    Path file = Files.writeString(folder.resolve("out.arrow"), "before");
    try (var reader = new TestReader(SCHEMA, List.of(values(FIELDS, 3)))) {
      try (BatchWriter writer = ArrowFile.writer(file, SCHEMA)) {
        writer.writeAll(reader);
        assertEquals("before", Files.readString(file));
      }
      assertEquals("before", Files.readString(file), "it was given up");
      BatchWriter writer = ArrowFile.writer(file, SCHEMA);
      writer.finish();
      writer.close();
      assertTrue(Files.size(file) > 100);
      assertThrows(IllegalStateException.class, writer::finish);
    }
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count(), "nothing is left beside it");
    }
  }

  @Test
  void whatCannotBeWrittenIsRefused() {
    Field dictionary = new Field("d", new DataType.Dictionary(new DataType.Date()), true);
    Schema wrong = new Schema(List.of(dictionary), Map.of());
    Path file = folder.resolve("x.arrow");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> ArrowFile.writer(file, wrong))
            .getMessage()
            .startsWith("column \"d\": dictionaries of text and bytes only"));
    Path nowhere = folder.resolve("none").resolve("x.arrow");
    assertTrue(
        assertThrows(UncheckedIOException.class, () -> ArrowFile.writer(nowhere, SCHEMA))
            .getMessage()
            .contains("x.arrow: no such file"));
    Schema longs = new Schema(List.of(new Field("n", new DataType.Int(64, true), true)), Map.of());
    Schema ints = new Schema(List.of(new Field("n", new DataType.Int(32, true), true)), Map.of());
    try (var reader = new TestReader(longs, List.of(List.of(List.of(1L))));
        BatchWriter writer = ArrowFile.writer(file, ints)) {
      assertThrows(IllegalArgumentException.class, () -> writer.writeAll(reader));
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void aBatchThatHasEndedIsNotWritten() {
    Path file = folder.resolve("x.arrow");
    try (var reader = new TestReader(SCHEMA, List.of(values(FIELDS, 3)));
        BatchWriter writer = ArrowFile.writer(file, SCHEMA)) {
      Batch batch = reader.next();
      batch.close();
      assertThrows(IllegalStateException.class, () -> writer.write(batch));
    }
  }
}
