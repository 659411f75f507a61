package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvCommandTest {
  private static final String TRIPS =
      """
      id,fare,day,shared,stop
      1,2.5,2026-01-01,true,"Main, 5"
      2,,2026-01-02,false,Oak
      3,4.25,,true,Elm
      """;

  @TempDir private Path folder = Path.of("");
  private Path trips = Path.of("");

  @BeforeEach
  void write() throws IOException {
    trips = Files.writeString(folder.resolve("trips.csv"), TRIPS);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Cli run, String key) {
    return (List<Map<String, Object>>) run.succeeded().json(key);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void schemaShowsDialectAndTypes() {
    assertEquals(
        """
        input      %s
        dialect    delimiter ',', quote '"'
        header     yes
        columns    5
        looked at  all 3 rows

        column  type
        id      int64
        fare    float64
        day     date
        shared  bool
        stop    utf8
        """
            .formatted(trips),
        Cli.run("csv", "schema", trips).succeeded().out());
    Cli json = Cli.run("csv", "schema", trips, "--json", "--type", "fare=decimal(9, 2)");
    assertEquals(Map.of("column", "fare", "type", "decimal(9, 2)"), list(json, "columns").get(1));
    assertEquals(",", ((Map<?, ?>) json.json("dialect")).get("delimiter"));
  }

  @Test
  void headShowsRows() {
    assertEquals(
        """
        stop     fare
        Main, 5  2.5
        Oak      -
        """,
        Cli.run("csv", "head", trips, "-n", 2, "--columns", "stop,fare").succeeded().out());
    Map<String, Object> row = list(Cli.run("csv", "head", trips, "--json"), "rows").getFirst();
    assertEquals(2.5, row.get("fare"));
    assertEquals("2026-01-01", row.get("day"));
  }

  @Test
  void scanAggregates() {
    String out = Cli.run("csv", "scan", trips, "--columns", "id,fare,stop").succeeded().out();
    List<String> lines = out.lines().map(line -> line.replaceAll(" +", " ")).toList();
    assertEquals(
        List.of(
            "column type values nulls min max sum mean nans bytes",
            "id int64 3 0 1 3 6 2 - -",
            "fare float64 2 1 2.5 4.25 6.75 3.375 0 -",
            "stop utf8 3 0 \"Elm\" \"Oak\" - - - 13"),
        lines.subList(lines.size() - 4, lines.size()));
    assertTrue(out.contains("\nrows     3\n"), out);
    Cli json = Cli.run("csv", "scan", trips, trips, "--limit", 4, "--json").succeeded();
    assertEquals(4, json.json("rows"));
    assertEquals(0, json.json("rejected"));
    for (String key : List.of("bytes", "bytes_read", "engine", "isa", "threads", "elapsed_ms")) {
      json.json(key);
    }
  }

  @Test
  void optionsReachTheReader() throws IOException {
    Path odd =
        file(
            "odd.txt",
            """
            a title
            % a comment
            1.234,5; 'x;y' ;ja;NA;03/02/2026
            -0,25;  z;nein;7;04/02/2026
            """);
    Cli run =
        Cli.run(
            (Object[])
                ("csv scan FILE --json --delimiter semicolon --quote ' --comment % --skip-lines 1"
                        + " --no-header --trim --decimal , --grouping . --true ja --false nein"
                        + " --null NA --date-format dd/MM/yyyy --type column_4=int32")
                    .replace("FILE", odd.toString())
                    .split(" "));
    List<Map<String, Object>> columns = list(run, "columns");
    assertEquals(
        List.of("float64", "utf8", "bool", "int32", "date"),
        columns.stream().map(column -> column.get("type")).toList());
    assertEquals(1234.25, columns.get(0).get("sum"));
    assertEquals("x;y", columns.get(1).get("min"));
    assertEquals(1, columns.get(3).get("nulls"));
    assertEquals("2026-02-04", columns.get(4).get("max"));
  }

  @Test
  void inputsAreFilesFoldersPatternsAndStandardInput() throws IOException {
    Path part = Files.createDirectory(folder.resolve("parts")).resolve("more.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
      out.write(TRIPS.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(3, Cli.run("csv", "scan", part, "--json").succeeded().json("rows"));
    assertEquals(6, Cli.run("csv", "scan", folder, "--json").succeeded().json("rows"));
    String pattern = folder + "/*.csv";
    assertEquals(3, Cli.run("csv", "scan", pattern, "--json").succeeded().json("rows"));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(TRIPS.getBytes(StandardCharsets.UTF_8)));
    try {
      assertEquals(3, Cli.run("csv", "scan", "-", "--json").succeeded().json("rows"));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void badRecordsFailOrAreRejected() throws IOException {
    Path bad = file("bad.csv", "id,n\n1,2\n2,x\n3\n4,\"a\"b\n5,6\n");
    Cli.run("csv", "scan", bad, "--type", "n=int64")
        .failed(1, bad + ": line 3, record 2, column 2 (n), byte 11", "\"x\"", "--rejects");
    Path rejects = folder.resolve("rejects");
    Cli run = Cli.run("csv", "scan", bad, "--type", "n=int64", "--rejects", rejects, "--json");
    assertEquals(2, run.succeeded().json("rows"));
    assertEquals(3, run.json("rejected"));
    List<String> lines = Files.readAllLines(rejects);
    assertEquals(4, lines.size());
    assertEquals("file,line,record,column,column_name,byte_offset,kind,text,reason", lines.get(0));
    assertTrue(lines.get(1).startsWith(bad + ",3,2,2,n,11,bad-value,x,"), lines.get(1));
    assertTrue(lines.get(2).startsWith(bad + ",4,3,,,13,too-few-fields,3,"), lines.get(2));
    assertTrue(lines.get(3).contains(",text-after-quote,\"4,\"\"a\"\"b\","), lines.get(3));
    Cli.run("csv", "scan", bad, "--rejects", rejects, "--max-rejects", 1).failed(1, "line 5");
    Path nowhere = folder.resolve("none/rejects");
    Cli.run("csv", "scan", trips, "--rejects", nowhere).failed(1, nowhere + ": no such file");
  }

  @Test
  void typesWidenOrFailLate() throws IOException {
    Path late = file("late.csv", "a\n" + "1\n".repeat(300_000) + "0.5\n");
    Cli wide = Cli.run("csv", "scan", late, "--json");
    assertEquals("float64", list(wide, "columns").getFirst().get("type"));
    Cli.run("csv", "scan", late, "--late", "fail").failed(1, "line 300002", "column 1 (a)");
  }

  @ParameterizedTest
  @CsvSource({
    "scan FILEs, no such file",
    "head FILE --columns nope, no column \"nope\"",
    "head FILE --type nope=date, nope",
    "head FILE --type id=date, line 2",
  })
  void failuresNameTheFile(String line, String problem) {
    Cli.run((Object[]) ("csv " + line.replace("FILE", trips.toString())).split(" "))
        .failed(1, trips.toString(), problem);
  }

  @Test
  void textIsNotChanged() throws IOException {
    Path text = file("text.csv", "a;b\nä;\"x\ny\"\n");
    Cli run = Cli.run("csv", "head", text, "--json");
    assertEquals(Map.of("a", "ä", "b", "x\ny"), list(run, "rows").getFirst());
    byte[] bytes = "a;b\nä;1\n".getBytes(StandardCharsets.ISO_8859_1);
    Path latin = Files.write(folder.resolve("latin.csv"), bytes);
    assertEquals(
        "ä",
        list(Cli.run("csv", "head", latin, "--json", "--encoding", "latin1"), "rows")
            .getFirst()
            .get("a"));
    Cli.run("csv", "head", latin).failed(1, "line 2", "--encoding");
  }
}
