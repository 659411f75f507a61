package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `gatun parquet meta`, `schema`, `stats` and `count` on 5,000 rows that `trips.sql` tells of.
final class ParquetMetaTest {
  private static final String SHOWN_FEWER = "and 1 more; see --top, --json\n";

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void copyFile() throws IOException {
    file = folder.resolve("trips.parquet");
    try (InputStream in = ParquetMetaTest.class.getResourceAsStream("trips.parquet")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Cli run, String key) {
    return (List<Map<String, Object>>) run.succeeded().json(key);
  }

  @Test
  void rowGroupsAndColumns() {
    Cli run = Cli.run("parquet", "meta", file, "--json");
    assertEquals(5000, run.json("rows"));
    assertEquals(false, run.json("encrypted"));
    List<Map<String, Object>> groups = list(run, "row_groups");
    assertEquals(
        List.of(2048, 2048, 904), groups.stream().map(group -> group.get("rows")).toList());
    assertNull(groups.getFirst().get("sorted_by"));
    List<Map<String, Object>> columns = list(run, "columns");
    assertEquals(18, columns.size());
    Map<String, Object> fare = columns.get(3);
    assertEquals("DECIMAL(9, 2)", fare.get("type"));
    assertEquals("ZSTD", fare.get("codec"));
    assertEquals("PLAIN", fare.get("encodings"));
    assertEquals(5000, fare.get("values"));
    assertEquals(20_083, fare.get("uncompressed_bytes"));
    assertEquals(false, fare.get("bloom_filter"));
    assertEquals(true, columns.get(1).get("bloom_filter"));
  }

  @Test
  void topLimitsWhatPeopleSee() {
    String out = Cli.run("parquet", "meta", file, "--top", 2).succeeded().out();
    assertTrue(out.contains("rows        5,000 in 3 row groups, 18 columns\n"), out);
    assertTrue(out.contains("\nand 16 more; see --top, --json\n"), out);
    assertTrue(out.endsWith(SHOWN_FEWER), out);
    assertFalse(out.contains("\nfare "), out);
    Cli json = Cli.run("parquet", "meta", file, "--top", 2, "--json");
    assertEquals(18, list(json, "columns").size());
    assertEquals(3, list(json, "row_groups").size());
  }

  @Test
  void severalFilesAreATable() throws IOException {
    Path other = Files.copy(file, folder.resolve("b.parquet"));
    Cli run = Cli.run("parquet", "meta", file, other, "--json");
    assertEquals(10_000, run.json("rows"));
    List<Map<String, Object>> files = list(run, "files");
    assertEquals(
        List.of(file.toString(), other.toString()),
        files.stream().map(each -> each.get("file")).toList());
    assertEquals(3, files.getFirst().get("row_groups"));
    assertEquals((int) Files.size(file), files.getFirst().get("file_bytes"));
    String out = Cli.run("parquet", "meta", folder).succeeded().out();
    assertTrue(out.startsWith("files  2\nrows   10,000\n"), out);
    Files.write(other, new byte[12]);
    Cli.run("parquet", "meta", folder).failed(1, other.toString(), "PAR1");
  }

  @Test
  void schemaIsATree() {
    String out = Cli.run("parquet", "schema", file).succeeded().out().replaceAll(" +", " ");
    assertTrue(out.contains("\nid optional INT64 INT(64) 1 0 "), out);
    assertTrue(out.contains("\nlegs optional - LIST - - "), out);
    Cli json = Cli.run("parquet", "schema", file, "--json").succeeded();
    assertTrue(json.out().contains("\"legs.list.element\""), json.out());
  }

  @Test
  void statisticsOfColumns() {
    Cli run = Cli.run("parquet", "stats", file, "--columns", "id,seats,place.x", "--json");
    List<Map<String, Object>> columns = list(run, "columns");
    assertEquals(
        List.of("id", "seats", "place.x"),
        columns.stream().map(column -> column.get("column")).toList());
    assertEquals("0", String.valueOf(columns.get(0).get("min")));
    assertEquals("4999", String.valueOf(columns.get(0).get("max")));
    assertEquals(500, columns.get(1).get("nulls"));
  }

  @Test
  void rowsAreCounted() throws IOException {
    Files.copy(file, folder.resolve("b.parquet"));
    Cli run = Cli.run("parquet", "count", folder);
    assertTrue(run.succeeded().out().startsWith("rows  10,000\n"), run.out());
    assertTrue(run.out().contains("b.parquet"), run.out());
    assertEquals(
        3, list(Cli.run("parquet", "count", file, "--json"), "files").getFirst().get("row_groups"));
  }
}
