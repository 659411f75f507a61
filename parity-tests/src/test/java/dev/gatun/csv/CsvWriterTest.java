package dev.gatun.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchWriter;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.support.RandomColumns;
import dev.gatun.support.TestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written as CSV is read back the same.
class CsvWriterTest {
  /// Types that a scan cannot read.
  private static final Set<String> WRITTEN_ONLY =
      Set.of(
          "null",
          "uint64",
          "float16",
          "decimal32",
          "decimal64",
          "binary",
          "utf8_view",
          "binary_view",
          "fixed");

  @TempDir private Path folder;

  private static List<Field> readable() {
    return RandomColumns.everyType().stream()
        .filter(field -> field.children().isEmpty() && !WRITTEN_ONLY.contains(field.name()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300, 20_000})
  void roundTrip(int rows) throws IOException {
    Schema schema = new Schema(readable(), Map.of());
    RandomColumns random = new RandomColumns(rows);
    List<List<Object>> values =
        schema.fields().stream().map(field -> random.values(field, rows)).toList();
    Path file = folder.resolve("round.csv");
    try (var reader = new TestReader(schema, List.of(values, values))) {
      assertEquals(2L * rows, CsvWriter.rfc4180().write(file, reader));
    }
    CsvScan scan =
        CsvScan.of(file)
            .dialect(CsvDialect.rfc4180())
            .schema(schema)
            .formats(CsvFormats.defaults().stringNulls(CsvFormats.StringNulls.UNQUOTED));
    try (CsvTable table = scan.read()) {
      for (int c = 0; c < values.size(); c++) {
        List<Object> twice = new ArrayList<>(values.get(c));
        twice.addAll(values.get(c));
        assertEquals(twice, column(table, c), schema.fields().get(c).name());
      }
    }
  }

  private static List<Object> column(CsvTable table, int place) {
    List<Object> values = new ArrayList<>();
    for (Batch batch : table.batches()) {
      for (int row = 0; row < batch.rowCount(); row++) {
        values.add(batch.column(place).object(row));
      }
    }
    return values;
  }

  private String written(CsvWriter writer, String name, List<List<Object>> columns, Field... fields)
      throws IOException {
    Path file = folder.resolve(name);
    Schema schema = new Schema(List.of(fields), Map.of());
    try (var reader = new TestReader(schema, List.of(columns))) {
      writer.write(file, reader);
    }
    return Files.readString(file);
  }

  @Test
  void cellsAreQuotedWhereTheyMustBe() throws IOException {
    Field text = new Field("a, \"b\"", new DataType.Utf8(), true);
    Field number = new Field("n", new DataType.Int(64, false), true);
    List<Object> texts =
        Arrays.asList("plain", "", null, "a,b", "say \"no\"", "two\nlines", "\r", "#x", " ä ");
    List<Object> numbers = new ArrayList<>();
    texts.forEach(_ -> numbers.add(null));
    numbers.set(0, new java.math.BigInteger("18446744073709551615"));
    assertEquals(
        """
        "a, ""b""\",n
        plain,18446744073709551615
        "",
        ,
        "a,b",
        "say ""no""\",
        "two
        lines",
        "\r",
        "#x",
         ä ,
        """,
        written(CsvWriter.rfc4180(), "a.csv", List.of(texts, numbers), text, number));
    assertEquals(
        """
        plain|18446744073709551615
        |NA
        NA|NA
        a,b|NA
        'NA'|NA
        """,
        written(
            CsvWriter.rfc4180().delimiter('|').quote('\'').header(false).nullText("NA"),
            "b.csv",
            List.of(Arrays.asList("plain", "", null, "a,b", "NA"), numbers.subList(0, 5)),
            text,
            number));
  }

  @Test
  void typesThatAreOnlyWritten() throws IOException {
    List<Field> fields =
        List.of(
            new Field("b", new DataType.Binary(), true),
            new Field(
                "u",
                new DataType.FixedSizeBinary(16),
                true,
                List.of(),
                Map.of("ARROW:extension:name", "arrow.uuid")),
            new Field("f", new DataType.FixedSizeBinary(2), true),
            new Field("h", new DataType.FloatingPoint(16), true),
            new Field("d", new DataType.Decimal(9, 2, 32), true));
    byte[] bytes = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    List<List<Object>> values =
        List.of(
            Arrays.asList(new byte[] {0, -1, 16}, null),
            Arrays.asList(bytes, null),
            Arrays.asList(new byte[] {1, 2}, null),
            Arrays.asList(1.5f, null),
            Arrays.asList(new java.math.BigDecimal("-0.50"), null));
    assertEquals(
        """
        b,u,f,h,d
        00ff10,30313233-3435-3637-3839-616263646566,0102,1.5,-0.50
        ,,,,
        """,
        written(CsvWriter.rfc4180(), "c.csv", values, fields.toArray(Field[]::new)));
  }

  @Test
  void compressedByEnding() throws IOException {
    Field text = new Field("t", new DataType.Utf8(), true);
    Path file = folder.resolve("x.csv.GZ");
    Schema schema = new Schema(List.of(text), Map.of());
    try (var reader = new TestReader(schema, List.of(List.of(List.of("one", "two"))))) {
      CsvWriter.rfc4180().write(file, reader);
    }
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      assertEquals("t\none\ntwo\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    Path zst = folder.resolve("x.csv.zst");
    assertThrows(IllegalArgumentException.class, () -> CsvWriter.rfc4180().open(zst, schema));
  }

  @Test
  void whatCannotBeWrittenIsRefused() {
    CsvWriter writer = CsvWriter.rfc4180();
    Field child = new Field("x", new DataType.Utf8(), true);
    Field nested = new Field("l", new DataType.List(), true, List.of(child), Map.of());
    Schema schema = new Schema(List.of(nested), Map.of());
    Path file = folder.resolve("x.csv");
    assertEquals(
        "column \"l\" is nested, which CSV has no form for",
        assertThrows(IllegalArgumentException.class, () -> writer.open(file, schema)).getMessage());
    assertFalse(Files.exists(file));
    assertThrows(IllegalArgumentException.class, () -> writer.delimiter('"'));
    assertThrows(IllegalArgumentException.class, () -> writer.delimiter('ä'));
    assertThrows(IllegalArgumentException.class, () -> writer.quote('\n'));
    assertThrows(IllegalArgumentException.class, () -> writer.nullText("a,b"));
  }

  @Test
  void aFileAppearsWhenItIsFinished() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "before");
    Schema schema = new Schema(List.of(new Field("x", new DataType.Utf8(), true)), Map.of());
    try (BatchWriter writer = CsvWriter.rfc4180().open(file, schema)) {
      assertEquals(schema, writer.schema());
    }
    assertEquals("before", Files.readString(file));
    try (BatchWriter writer = CsvWriter.rfc4180().open(file, schema)) {
      writer.finish();
      assertThrows(IllegalStateException.class, writer::finish);
    }
    assertEquals("x\n", Files.readString(file));
    try (var left = Files.list(folder)) {
      assertTrue(left.allMatch(file::equals));
    }
  }
}
