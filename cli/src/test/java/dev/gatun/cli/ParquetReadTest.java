package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `gatun parquet head` and `scan` on 5,000 rows that `trips.sql` tells of.
final class ParquetReadTest {
  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void copyFile() throws IOException {
    file = folder.resolve("trips.parquet");
    try (InputStream in = ParquetReadTest.class.getResourceAsStream("trips.parquet")) {
      Files.copy(Objects.requireNonNull(in), file);
    }
  }

  private Cli run(String line) {
    return Cli.run(
        (Object[]) ("parquet " + line.replace("FILE", file.toString())).split(" (?=[^ ])"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Cli run, String key) {
    return (List<Map<String, Object>>) run.succeeded().json(key);
  }

  private static Map<String, Map<String, Object>> columns(Cli run) {
    Map<String, Map<String, Object>> columns = new HashMap<>();
    list(run, "columns").forEach(column -> columns.put((String) column.get("column"), column));
    return columns;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " --batch-rows 7", " --threads 1 --batch-rows 1000", " --engine java"})
  void scanAggregatesEveryType(String options) {
    Cli run = run("scan FILE --json" + options);
    assertEquals(5000, run.json("rows"));
    Map<String, Map<String, Object>> columns = columns(run);
    check(columns, "id int64 5000 0 0 4999 12497500");
    check(columns, "seats int32 4500 500 0 6 13495");
    check(
        columns,
        "top uint64 5000 0 18446744073709546616 18446744073709551615 92233720368547745577500");
    check(columns, "fare decimal(9,2) 5000 0 0.00 1249.75 3124375.00");
    check(
        columns, "large decimal(30,3) 5000 0 0.000 4999000000000000.000 12497500000000000000.000");
    check(columns, "km float64 5000 0 0.0 1249.75 NaN");
    check(columns, "shared bool 5000 0 false true null");
    check(columns, "stop utf8 5000 0 stop~0 stop~9 null");
    check(columns, "raw binary 5000 0 6230 6231 null");
    check(columns, "day date 5000 0 2026-01-01 2026-02-20 null");
    check(columns, "start timestamp[us] 5000 0 2026-01-01T00:00:00 2026-01-01T01:23:19 null");
    check(columns, "clock time[us] 5000 0 12:00:00 12:00:59 null");
    String code = "00000000-0000-0000-0000-00000000000a";
    check(columns, "code uuid 5000 0 " + code + " " + code + " null");
    check(columns, "legs list 4000 1000 null null null");
    check(columns, "legs.element int64 4000 0 0 1 1333");
    check(columns, "place struct 3750 1250 null null null");
    check(columns, "place.x int64 3750 1250 1 4999 9375000");
    check(columns, "place.name utf8 3750 1250 n0 n1 null");
    check(columns, "tags map 5000 0 null null null");
    check(columns, "tags.key utf8 5000 0 k0 k1 null");
    check(columns, "tags.value int64 5000 0 0 4999 12497500");
    assertEquals(21, columns.size());
    assertEquals(2499.5, of(columns, "id").get("mean"));
    assertEquals(1, of(columns, "km").get("nans"));
    assertEquals(1667, of(columns, "shared").get("trues"));
    assertEquals(32_500, of(columns, "stop").get("bytes"));
    assertEquals(4000, of(columns, "legs").get("elements"));
  }

  private static Map<String, Object> of(Map<String, Map<String, Object>> columns, String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  /// @param line name, type, values, nulls, minimum, maximum, sum
  private static void check(Map<String, Map<String, Object>> columns, String line) {
    String[] words = line.split(" ");
    Map<String, Object> column = of(columns, words[0]);
    String found =
        List.of("column", "type", "values", "nulls", "min", "max", "sum").stream()
            .map(key -> String.valueOf(column.get(key)))
            .map(text -> text.replace(", ", ",").replace(' ', '~'))
            .reduce((a, b) -> a + " " + b)
            .orElseThrow();
    assertEquals(line, found);
  }

  @Test
  void scanReadsWhatIsAskedFor() {
    Cli some =
        Cli.run(
            "parquet",
            "scan",
            file,
            "--json",
            "--columns",
            "place.x,legs",
            "--where",
            "id >= 4990");
    assertEquals(10, some.succeeded().json("rows"));
    assertEquals(2, some.json("row_groups_skipped"));
    assertEquals(
        List.of("place", "place.x", "legs", "legs.element"),
        list(some, "columns").stream().map(column -> column.get("column")).toList());
    Cli none = Cli.run("parquet", "scan", file, "--json", "--where", "id < 0");
    assertEquals(0, none.succeeded().json("rows"));
    assertEquals(3, none.json("row_groups_skipped"));
    assertEquals(100, run("scan FILE --json --limit 100").succeeded().json("rows"));
    assertEquals(5000 - 2048, run("scan FILE --json --row-groups 1-2").json("rows"));
    assertEquals(10_000, run("scan FILE FILE --json").json("rows"));
    assertEquals(6000, run("scan FILE FILE --json --limit 6000").json("rows"));
  }

  @Test
  void scanPrintsATable() {
    String out = run("scan FILE --columns seats,stop").succeeded().out();
    assertTrue(out.contains("\nrows    5,000\n"), out);
    assertTrue(
        out.contains(
            """
            column  type   values  nulls  min       max         sum     mean   bytes
            seats   int32   4,500    500  0         6         13495  2.99889       -
            stop    utf8    5,000      0  "stop 0"  "stop 9"      -        -  32,500
            """),
        out);
  }

  @Test
  void headPrintsRows() {
    assertEquals(
        """
        id  seats  fare  raw     legs    place
         1      1  0.25  0x6231  [0]     {"x": 1, "name": "n1"}
         2      2  0.50  0x6230  [0, 1]  {"x": 2, "name": "n0"}
        """,
        Cli.run(
                "parquet",
                "head",
                file,
                "-n",
                2,
                "--columns",
                "id,seats,fare,raw,legs,place",
                "--where",
                "id > 0")
            .succeeded()
            .out());
    assertEquals("no rows\n", run("head FILE -n 0").succeeded().out());
    String wide = run("head FILE -n 3").succeeded().out();
    assertTrue(wide.startsWith("column  row 1 "), wide);
    assertTrue(wide.contains("\nseats   -  "), wide);
    assertTrue(run("head FILE").succeeded().out().contains("column  row 10\n"));
    assertEquals(10, list(run("head FILE --json"), "rows").size());
    assertEquals(12, list(run("head FILE FILE -n 12 --json --columns id"), "rows").size());
  }

  @Test
  void headGivesProgramsAllOfAValue() {
    Map<String, Object> row = list(run("head FILE -n 2 --json"), "rows").get(1);
    assertEquals("18446744073709551614", row.get("top"));
    assertEquals("1000000000000.000", row.get("large"));
    assertEquals(0.25, row.get("km"));
    assertEquals("2026-01-01T00:00:01", row.get("start"));
    assertEquals(Map.of("x", 1, "name", "n1"), row.get("place"));
    assertEquals(Map.of("k1", 1), row.get("tags"));
    assertEquals(List.of(0), row.get("legs"));
  }

  @ParameterizedTest
  @CsvSource({
    "scan FILE --columns nope, no column \"nope\"",
    "head FILE --columns nope, see 'gatun parquet schema'",
    "scan FILE --where nope=1, there is no column nope",
    "head FILE --where stop=1, column stop",
    "scan FILE --row-groups 0-3, there is no row group 3; it has 3 row groups",
    "scan FILEs, no such file",
    "scan FILE --memory-limit 1k, --memory-limit",
  })
  void failuresNameTheFileAndTheProblem(String line, String problem) {
    run(line).failed(1, file.toString(), problem);
  }

  @Test
  void brokenFilesAreOneLine() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length / 2));
    Cli.run("parquet", "scan", cut).failed(1, cut.toString(), "cut short");
    Arrays.fill(bytes, 4, 200, (byte) 0x7f);
    Path spoilt = Files.write(folder.resolve("spoilt"), bytes);
    Cli.run("parquet", "scan", spoilt).failed(1, spoilt.toString(), "row group 0, column id");
    Cli.run("parquet", "head", spoilt).failed(1, spoilt.toString(), "row group 0, column id");
  }
}
