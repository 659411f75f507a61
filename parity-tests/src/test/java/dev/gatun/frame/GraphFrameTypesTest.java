package dev.gatun.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchBuilder;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.graph.GraphFrame;
import dev.gatun.graph.GraphFrameBuilder;
import dev.gatun.graph.UnknownVertices;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.parquet.ParquetDataset;
import dev.gatun.parquet.Predicate;
import dev.gatun.support.RandomColumns;
import dev.gatun.support.TestReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames with properties, ids and weights of every type.
class GraphFrameTypesTest {
  private long liveBefore;

  @BeforeEach
  void countMemory() {
    ParquetDataset.clearCache();
    liveBefore = MemoryAccount.process().live();
  }

  @AfterEach
  void everythingIsFreed() {
    ParquetDataset.clearCache();
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  private static Object comparable(Object value) {
    return switch (value) {
      case null -> "null";
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      default -> value;
    };
  }

  private static List<Object> column(BatchReader reader) {
    List<Object> values = new ArrayList<>();
    try (reader) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int row = 0; row < batch.rowCount(); row++) {
          values.add(comparable(batch.column(0).object(row)));
        }
      }
    }
    return values;
  }

  private static TestReader reader(List<Field> fields, List<List<Object>> values) {
    return new TestReader(new Schema(fields, Map.of()), List.of(values));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 64, 1000})
  void propertiesOfEveryType(int rows) {
    List<Field> fields = new ArrayList<>(RandomColumns.everyType());
    RandomColumns random = new RandomColumns(rows);
    List<List<Object>> values = new ArrayList<>();
    fields.forEach(field -> values.add(random.values(field, rows)));
    fields.addFirst(new Field("id", new DataType.Int(32, false), false));
    values.addFirst(IntStream.range(0, rows).<Object>mapToObj(i -> (long) i).toList());
    List<List<Object>> ends = List.of(List.of(0L), List.of(99_999L));
    List<Field> edgeFields =
        List.of(
            new Field("source", new DataType.Int(64, true), true),
            new Field("target", new DataType.Int(32, false), true));
    try (TestReader vertices = reader(fields, values);
        TestReader edges = reader(edgeFields, ends);
        GraphFrame all =
            GraphFrame.builder()
                .vertices(vertices)
                .edges(edges)
                .unknownVertices(UnknownVertices.ADD)
                .build();
        GraphFrame some = all.filterVertices(row -> row.getLong("id") % 3 != 1)) {
      assertEquals(rows + 1, all.vertexCount());
      for (int c = 0; c < fields.size(); c++) {
        List<Object> expected = new ArrayList<>(values.get(c));
        expected.add(c == 0 ? 99_999L : null);
        String name = fields.get(c).name();
        List<Object> known = expected.stream().map(GraphFrameTypesTest::comparable).toList();
        if (!name.contains("binary") || fields.get(c).children().isEmpty()) {
          assertEquals(known, column(all.vertices(name)), name);
          List<Object> kept = new ArrayList<>();
          for (int row = 0; row < rows; row++) {
            if (row % 3 != 1) {
              kept.add(known.get(row));
            }
          }
          kept.add(known.getLast());
          assertEquals(kept, column(some.vertices(name)), name);
        }
      }
    }
  }

  private static void weights(DataType type, WeightType expected, Object value, double weight) {
    List<Field> fields =
        List.of(
            new Field("source", new DataType.Utf8(), true),
            new Field("target", new DataType.Dictionary(new DataType.Utf8()), true),
            new Field("w", type, true));
    List<List<Object>> values = List.of(List.of("a"), List.of("b"), List.of(value));
    try (TestReader edges = reader(fields, values);
        GraphFrame frame = GraphFrame.builder().edges(edges).weight("w").build()) {
      assertEquals(expected, frame.graph().weightType());
      assertEquals(weight, frame.graph().weight(0, 1));
      assertEquals("b", frame.ids().name(1));
    }
  }

  @Test
  void weightsOfEveryNumber() {
    weights(new DataType.Int(8, true), WeightType.INT32, (byte) -7, -7);
    weights(new DataType.Int(8, false), WeightType.INT32, (short) 200, 200);
    weights(new DataType.Int(16, false), WeightType.INT32, 65_000, 65_000);
    weights(new DataType.Int(32, true), WeightType.INT32, -9, -9);
    weights(new DataType.Int(32, false), WeightType.INT64, 4_000_000_000L, 4e9);
    weights(new DataType.Int(64, true), WeightType.INT64, -5L, -5);
    weights(new DataType.Int(64, false), WeightType.INT64, BigInteger.TWO, 2);
    weights(new DataType.FloatingPoint(16), WeightType.FLOAT32, 1.5f, 1.5);
    weights(new DataType.FloatingPoint(32), WeightType.FLOAT32, 1.25f, 1.25);
    weights(new DataType.FloatingPoint(64), WeightType.FLOAT64, 0.1, 0.1);
    weights(new DataType.Decimal(9, 2, 32), WeightType.FLOAT64, new BigDecimal("0.25"), 0.25);
    BigInteger large = BigInteger.ONE.shiftLeft(63);
    assertEquals(
        "edges: weight 9223372036854775808 in row 0 is above 2^63 - 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> weights(new DataType.Int(64, false), WeightType.INT64, large, 0))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> weights(new DataType.Date(), WeightType.INT32, java.time.LocalDate.EPOCH, 0));
  }

  /// Trips as edges from their numbers to their passengers, which shows as little as it should.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void parquetFiles(boolean both) {
    Path folder = Path.of("../examples/data/trips");
    Path first = folder.resolve("2026-01.parquet");
    GraphFrameBuilder builder = GraphFrame.builder().endpoints("id", "passengers").weight("km");
    builder = both ? builder.edges(first, folder.resolve("2026-02.parquet")) : builder.edges(first);
    try (GraphFrame frame = builder.build();
        GraphFrame distant = frame.filterEdges(Predicate.parse("km > 5 and fare is not null"))) {
      assertEquals(both ? 480 : 240, frame.edgeCount());
      assertEquals(WeightType.FLOAT64, frame.graph().weightType());
      List<Object> far = column(distant.edges("km"));
      assertTrue(far.size() > 10 && far.stream().allMatch(km -> (double) km > 5));
    }
  }

  @Test
  void aNullWeightIsNamed() {
    List<Field> fields =
        List.of(
            new Field("source", new DataType.Int(64, true), true),
            new Field("target", new DataType.Int(64, true), true),
            new Field("w", new DataType.Int(32, true), true));
    List<List<Object>> values = List.of(List.of(1L, 2L), List.of(2L, 1L), Arrays.asList(5, null));
    try (TestReader edges = reader(fields, values);
        GraphFrame frame = GraphFrame.builder().edges(edges).weight("w").build()) {
      assertEquals(
          "edges: column \"w\" is null in row 1, where a weight should be",
          assertThrows(IllegalArgumentException.class, frame::graph).getMessage());
    }
  }

  @Test
  void predicatesOnManyParts() {
    int parts = 40;
    List<Batch> batches = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      long first = part * 1000L;
      batches.add(
          new BatchBuilder()
              .longs("source", IntStream.range(0, 1000).mapToLong(i -> first + i).toArray())
              .longs("target", IntStream.range(0, 1000).mapToLong(i -> first + i + 1).toArray())
              .strings(
                  "kind",
                  IntStream.range(0, 1000)
                      .mapToObj(i -> i % 7 == 0 ? null : "kind " + i % 5)
                      .toArray(String[]::new))
              .build());
    }
    try (BatchReader edges = BatchReader.of(batches.toArray(Batch[]::new));
        GraphFrame frame = GraphFrame.builder().edges(edges).build();
        GraphFrame some =
            frame.filterEdges(Predicate.parse("kind = 'kind 3' and source between 5000 and 5999"));
        GraphFrame nulls = frame.filterEdges(Predicate.isNull("kind"));
        GraphFrame same = frame.filterEdges(row -> row.isNull("kind"))) {
      assertEquals(40_000, frame.edgeCount());
      assertEquals(
          IntStream.range(0, 1000).filter(i -> i % 7 != 0 && i % 5 == 3).count(), some.edgeCount());
      assertEquals(40 * 143, nulls.edgeCount());
      assertEquals(column(nulls.edges("source")), column(same.edges("source")));
      assertEquals(nulls.edgeCount(), nulls.graph().edges());
      assertEquals(Collections.nCopies(40 * 143, (Object) "null"), column(nulls.edges("kind")));
      try (BatchReader reader = frame.edges("target")) {
        reader.next();
        Batch second = reader.next();
        assertEquals(1001, second.column("target").asLongs().get(0));
      }
    }
    batches.forEach(Batch::close);
  }
}
