package dev.gatun.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchBuilder;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.graph.Components;
import dev.gatun.graph.EdgeType;
import dev.gatun.graph.FrameResult;
import dev.gatun.graph.GraphArchive;
import dev.gatun.graph.GraphFrame;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.support.RandomColumns;
import dev.gatun.support.TestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Directories in the GraphAr format, read and written.
class GraphArchiveTest {
  private static final Set<String> TYPES =
      Set.of(
          "bool",
          "int32",
          "int64",
          "float32",
          "float64",
          "utf8",
          "date",
          "time_MILLISECOND",
          "local_MILLISECOND",
          "dictionary");

  @TempDir private Path folder;
  private long liveBefore;

  @BeforeEach
  void countMemory() {
    liveBefore = MemoryAccount.process().live();
  }

  @AfterEach
  void everythingIsFreed() {
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  static List<List<Object>> rows(BatchReader reader) {
    List<List<Object>> rows = new ArrayList<>();
    try (reader) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int row = 0; row < batch.rowCount(); row++) {
          int at = row;
          Object[] values = batch.columns().stream().map(column -> column.object(at)).toArray();
          rows.add(Arrays.asList(values));
        }
      }
    }
    return rows;
  }

  @Test
  void twoTypesOfVertices() {
    Path file = ModernGraph.write(folder);
    EdgeType created = new EdgeType("person", "created", "software");
    try (GraphArchive archive = GraphArchive.read(file);
        GraphFrame frame = archive.frame(created, "weight");
        GraphFrame all = archive.frame();
        FrameResult<?> paths = frame.run(ShortestPaths.from(2));
        FrameResult<?> components = all.run(new Components())) {
      assertEquals("modern", archive.name());
      assertEquals(List.of("person", "software"), archive.vertexTypes());
      assertEquals(
          List.of(new EdgeType("person", "knows", "person"), created), archive.edgeTypes());
      assertEquals(List.of("id"), archive.primaryKey("person"));
      assertEquals(4, archive.vertexCount("person"));
      assertEquals(4, archive.edgeCount(created));
      assertEquals(
          List.of(
              List.of(4L, "josh", 32L),
              List.of(6L, "peter", 35L),
              List.of(1L, "marko, \"M\"", 29L),
              Arrays.asList(2L, null, 27L)),
          rows(archive.vertices("person")));
      assertEquals(
          List.of("_vertex", "_type", "id", "name", "age", "lang"),
          frame.vertexSchema().fields().stream().map(Field::name).toList());
      assertEquals(
          Arrays.asList(4L, "software", 3L, "lop", null, "java"), rows(frame.vertices()).get(4));
      assertEquals(List.of(2L, 4L, "created", 0.4), rows(frame.edges()).get(3));
      assertEquals(Arrays.asList(4L, "lop", 0.4, 2L), rows(paths.batches("name")).get(4));
      assertEquals(6, all.vertexCount());
      assertEquals(6, all.edgeCount());
      assertEquals(
          List.of("knows", "knows", "created", "created", "created", "created"),
          rows(all.edges("_type")).stream().map(List::getFirst).toList());
      assertEquals(6, rows(components.batches()).size());
      assertThrows(IllegalArgumentException.class, () -> archive.vertices("place"));
      assertThrows(
          IllegalArgumentException.class,
          () -> archive.frame(new EdgeType("person", "likes", "person"), null));
      assertThrows(IllegalArgumentException.class, () -> archive.frame(created, "age"));
    }
  }

  @Test
  void writtenAndReadAgain() throws IOException {
    Path file = ModernGraph.write(Files.createDirectory(folder.resolve("given")));
    Path written = folder.resolve("written");
    try (GraphArchive archive = GraphArchive.read(file)) {
      Path again = archive.write(written);
      assertEquals(written.resolve("modern.graph.yml"), again);
      try (GraphArchive copy = GraphArchive.read(again);
          GraphFrame expected = archive.frame();
          GraphFrame actual = copy.frame()) {
        assertEquals(rows(expected.vertices()), rows(actual.vertices()));
        assertEquals(Set.copyOf(rows(expected.edges())), Set.copyOf(rows(actual.edges())));
        assertEquals(archive.primaryKey("software"), copy.primaryKey("software"));
      }
      assertEquals(
          written + " is not empty",
          assertThrows(IllegalArgumentException.class, () -> archive.write(written)).getMessage());
    }
  }

  /// A frame of properties of all types that CSV has, in more than one chunk.
  @Test
  void framesOfEveryTypeAreWritten() {
    int rows = 600;
    List<Field> fields = new ArrayList<>();
    List<List<Object>> values = new ArrayList<>();
    RandomColumns random = new RandomColumns(5);
    RandomColumns.everyType().stream()
        .filter(field -> TYPES.contains(field.name()))
        .forEach(
            field -> {
              fields.add(field);
              values.add(random.values(field, rows));
            });
    assertEquals(TYPES.size(), fields.size());
    fields.addFirst(new Field("id", new DataType.Int(64, true), false));
    values.addFirst(IntStream.range(0, rows).<Object>mapToObj(i -> i * 10L).toList());
    List<Field> edgeFields = new ArrayList<>(fields.subList(1, fields.size()));
    List<List<Object>> edgeValues = new ArrayList<>(values.subList(1, values.size()));
    DataType number = new DataType.Int(64, true);
    edgeFields.add(new Field("source", number, true));
    edgeFields.add(new Field("target", number, true));
    edgeValues.add(IntStream.range(0, rows).<Object>mapToObj(i -> i * 7 % rows * 10L).toList());
    edgeValues.add(IntStream.range(0, rows).<Object>mapToObj(i -> i * 10L).toList());
    try (TestReader vertices = new TestReader(new Schema(fields, Map.of()), List.of(values));
        TestReader edges = new TestReader(new Schema(edgeFields, Map.of()), List.of(edgeValues));
        GraphFrame frame = GraphFrame.builder().vertices(vertices).edges(edges).build();
        GraphArchive archive = GraphArchive.of("all-types", "thing", "of", frame)) {
      Path file = archive.write(folder.resolve("written"));
      try (GraphArchive read = GraphArchive.read(file);
          GraphFrame again = read.frame(new EdgeType("thing", "of", "thing"), null)) {
        assertEquals(rows(frame.vertices()), rows(read.vertices("thing")));
        String[] names =
            edgeFields.subList(0, edgeFields.size() - 2).stream()
                .map(Field::name)
                .toArray(String[]::new);
        List<List<Object>> expected = new ArrayList<>(rows(frame.edges(names)));
        List<Integer> order =
            IntStream.range(0, rows)
                .boxed()
                .sorted((a, b) -> Integer.compare(a * 7 % rows, b * 7 % rows))
                .toList();
        assertEquals(order.stream().map(expected::get).toList(), rows(again.edges(names)));
        assertEquals(
            order.stream().map(i -> List.of(i * 7 % rows + 0L, i + 0L)).toList(),
            rows(again.edges("_source", "_target")));
        assertTrue(again.graph().isDirected());
      }
    }
  }

  @Test
  void whatCannotBeWrittenIsRefused() {
    try (Batch edges =
            new BatchBuilder().longs("source", 1).longs("target", 2).booleans("x", true).build();
        GraphFrame frame = GraphFrame.builder().edges(BatchReader.of(edges)).build();
        GraphArchive bad = GraphArchive.of("../evil", "v", "e", frame)) {
      assertThrows(IllegalArgumentException.class, () -> bad.write(folder.resolve("x")));
    }
    Field decimal = new Field("d", new DataType.Decimal(9, 2, 64), true);
    List<Field> fields =
        List.of(
            new Field("source", new DataType.Utf8(), true),
            new Field("target", new DataType.Utf8(), true),
            decimal);
    List<List<Object>> values =
        List.of(List.of("a"), List.of("b"), List.of(new java.math.BigDecimal("1.00")));
    try (TestReader edges = new TestReader(new Schema(fields, Map.of()), List.of(values));
        GraphFrame frame = GraphFrame.builder().edges(edges).build();
        GraphArchive bad = GraphArchive.of("g", "v", "e", frame)) {
      Path out = folder.resolve("y");
      assertThrows(IllegalArgumentException.class, () -> bad.write(out));
      assertFalse(Files.exists(out));
    }
  }

  @Test
  void aClosedArchiveIsClosed() {
    GraphArchive archive = GraphArchive.read(ModernGraph.write(folder));
    GraphFrame frame = archive.frame();
    archive.close();
    archive.close();
    assertThrows(IllegalStateException.class, archive::frame);
    assertThrows(IllegalStateException.class, () -> archive.vertices("person"));
    assertEquals("lop", rows(frame.vertices("name")).get(4).getFirst());
    frame.close();
  }
}
