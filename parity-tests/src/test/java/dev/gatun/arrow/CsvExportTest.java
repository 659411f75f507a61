package dev.gatun.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.CsvReader;
import dev.gatun.csv.CsvScan;
import dev.gatun.csv.CsvTable;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.support.TextFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// arrow-java and DuckDB get the batches and the tables of CSV scans.
class CsvExportTest {
  private static final int ROUNDS = 500;

  /// A column: how its values are written, and what they are.
  private record Column(DataType type, List<String> cells, List<Object> values) {}

  private static Column column(DataType type, String cells, Object... values) {
    return new Column(type, List.of(cells.split(" \\| ", -1)), Arrays.asList(values));
  }

  private static final List<Column> COLUMNS =
      List.of(
          column(new DataType.Bool(), "true | false | ", true, false, null),
          column(new DataType.Int(8, true), "-128 |  | 127", (byte) -128, null, (byte) 127),
          column(new DataType.Int(16, false), "0 | 65535 | ", 0, 65535, null),
          column(new DataType.Int(32, true), "-2147483648 | 7 | ", Integer.MIN_VALUE, 7, null),
          column(
              new DataType.Int(64, true), "9223372036854775807 |  | -1", Long.MAX_VALUE, null, -1L),
          column(new DataType.FloatingPoint(32), "1.5 | -0.1 | ", 1.5f, -0.1f, null),
          column(new DataType.FloatingPoint(64), "0.1 | 1e300 | ", 0.1, 1e300, null),
          column(
              new DataType.Decimal(20, 2, 128),
              "1.25 | -0.01 | ",
              new BigDecimal("1.25"),
              new BigDecimal("-0.01"),
              null),
          column(new DataType.Utf8(), "é | \"a \"\"b\"\"\" | ", "é", "a \"b\"", null),
          column(
              new DataType.Dictionary(new DataType.Utf8()), "red | red | \"\"", "red", "red", ""),
          column(
              new DataType.Date(),
              "2026-11-21 | 1969-12-31 | ",
              LocalDate.of(2026, 11, 21),
              LocalDate.of(1969, 12, 31),
              null),
          column(
              new DataType.Time(TimeUnit.MICROSECOND),
              "12:34:56.000789 | 00:00 | ",
              LocalTime.of(12, 34, 56, 789_000),
              LocalTime.MIDNIGHT,
              null),
          column(
              new DataType.Timestamp(TimeUnit.MICROSECOND, null),
              "2026-11-21 01:02:03.5 | 1969-12-31T23:59:59 | ",
              LocalDateTime.of(2026, 11, 21, 1, 2, 3, 500_000_000),
              LocalDateTime.of(1969, 12, 31, 23, 59, 59),
              null),
          column(
              new DataType.Timestamp(TimeUnit.MICROSECOND, "UTC"),
              "2026-11-21T01:02:03+01:00 | 2000-01-01T00:00:00Z | ",
              Instant.parse("2026-11-21T00:02:03Z"),
              Instant.parse("2000-01-01T00:00:00Z"),
              null));

  private static final Schema SCHEMA =
      new Schema(
          IntStream.range(0, COLUMNS.size())
              .mapToObj(i -> new Field("column_" + (i + 1), COLUMNS.get(i).type, true))
              .toList(),
          Map.of());

  private final TextFile file = new TextFile(".csv");
  private long liveBefore;

  @BeforeEach
  void countMemory() {
    liveBefore = MemoryAccount.process().live();
  }

  @AfterEach
  void everythingIsFreed() {
    file.close();
    assertEquals(liveBefore, MemoryAccount.process().live());
  }

  private CsvScan scan() {
    String rows =
        IntStream.range(0, 3)
            .mapToObj(
                row ->
                    COLUMNS.stream()
                        .map(column -> column.cells.get(row))
                        .collect(Collectors.joining(",", "", "\n")))
            .collect(Collectors.joining());
    byte[] text = rows.repeat(ROUNDS).getBytes(StandardCharsets.UTF_8);
    return CsvScan.of(file.write(text))
        .dialect(CsvDialect.rfc4180().header(CsvDialect.Header.ABSENT))
        .formats(CsvFormats.defaults().stringNulls(CsvFormats.StringNulls.UNQUOTED))
        .schema(SCHEMA)
        .batchBytes(5000);
  }

  private static List<List<Object>> expected() {
    List<List<Object>> columns = new ArrayList<>();
    for (Column column : COLUMNS) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        values.addAll(column.values);
      }
      columns.add(values);
    }
    return columns;
  }

  @Test
  void valuesAsObjects() {
    List<List<Object>> actual = new ArrayList<>();
    COLUMNS.forEach(_ -> actual.add(new ArrayList<>()));
    try (CsvReader reader = scan().open()) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int c = 0; c < COLUMNS.size(); c++) {
          for (int row = 0; row < batch.rowCount(); row++) {
            actual.get(c).add(batch.column(c).object(row));
          }
        }
      }
    }
    assertColumns(actual);
  }

  private static void assertColumns(List<List<Object>> actual) {
    for (int c = 0; c < COLUMNS.size(); c++) {
      Same.assertSame(expected().get(c), actual.get(c), COLUMNS.get(c).type.toString());
    }
  }

  @Test
  void batchesToArrowJava() throws Exception {
    assertColumns(arrowJava(scan().open()));
  }

  @Test
  void aTableToArrowJava() throws Exception {
    CsvTable table = scan().read();
    assertTrue(table.batches().size() > 1);
    assertColumns(arrowJava(table.reader()));
    assertThrows(IllegalStateException.class, table::batches);
  }

  private static List<List<Object>> arrowJava(BatchReader reader) throws Exception {
    List<List<Object>> columns = new ArrayList<>();
    COLUMNS.forEach(_ -> columns.add(new ArrayList<>()));
    try (BufferAllocator allocator = new RootAllocator();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      ArrowExport.stream(reader, stream.memoryAddress());
      try (ArrowReader imported = Data.importArrayStream(allocator, stream)) {
        while (imported.loadNextBatch()) {
          var root = imported.getVectorSchemaRoot();
          for (int c = 0; c < COLUMNS.size(); c++) {
            Field field = SCHEMA.fields().get(c);
            columns.get(c).addAll(new ArrowJava(imported).values(field, root.getVector(c)));
          }
        }
      }
    }
    return columns;
  }

  @Test
  void batchesToDuckDb() throws Exception {
    assertColumns(duckDb(scan().open()));
  }

  @Test
  void aTableToDuckDb() throws Exception {
    assertColumns(duckDb(scan().read().reader()));
  }

  private static List<List<Object>> duckDb(BatchReader reader) throws Exception {
    try (BufferAllocator allocator = new RootAllocator();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      ArrowExport.stream(reader, stream.memoryAddress());
      try {
        return DuckDb.read(stream, SCHEMA);
      } finally {
        stream.release();
      }
    }
  }

  @Test
  void anErrorInTheMiddleOfAStream() throws Exception {
    CsvScan broken =
        CsvScan.of(file.write(("1\n".repeat(10_000) + "x\n").getBytes(StandardCharsets.UTF_8)))
            .dialect(CsvDialect.rfc4180().header(CsvDialect.Header.ABSENT))
            .schema(
                new Schema(
                    List.of(new Field("column_1", new DataType.Int(64, true), true)), Map.of()))
            .batchBytes(5000);
    try (BufferAllocator allocator = new RootAllocator();
        ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
      ArrowExport.stream(broken.open(), stream.memoryAddress());
      try (ArrowReader imported = Data.importArrayStream(allocator, stream)) {
        Exception e =
            assertThrows(
                Exception.class,
                () -> {
                  while (imported.loadNextBatch()) {
                    assertTrue(imported.getVectorSchemaRoot().getRowCount() > 0);
                  }
                });
        assertTrue(e.getMessage().contains("line 10001"), e.getMessage());
      }
    }
  }
}
