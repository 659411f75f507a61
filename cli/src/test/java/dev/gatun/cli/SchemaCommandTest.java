package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.CancellationToken;
import dev.gatun.FileSet;
import dev.gatun.OperationCancelledException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `gatun schema build`.
final class SchemaCommandTest {
  @TempDir private Path folder = Path.of("");
  private Path db = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void write() throws IOException {
    db = folder.resolve("db");
    out = folder.resolve("schema.sql");
    write("10_b.sql", "create table b (x int);\r\n");
    write("9_a.sql", "create table a (x int); -- /*\n");
    write("seed/a.sql", "insert into a\n  values (1);");
  }

  private void write(String path, String text) throws IOException {
    Path file = db.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Cli build(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("schema", "build", db));
    all.addAll(List.of(arguments));
    return Cli.run(all.toArray());
  }

  @Test
  void standardOutputHasTheSchemaAndNothingElse() {
    assertEquals(
        """
        -- 10_b.sql
        create table b (x int);
        -- 9_a.sql
        create table a (x int); -- /*
        -- seed/a.sql
        insert into a
          values (1);
        """,
        build().succeeded().out());
    assertEquals(
        "/* 9_a.sql */\ncreate table a (x int); -- /*\n",
        build("--include", "9*", "--separator", "block-comment").succeeded().out());
    assertEquals(
        "create table a (x int); -- /*\ncreate table b (x int);\n",
        build("--no-recursive", "--order", "numbers", "--separator", "none").succeeded().out());
    assertEquals(
        "\n-- 1: 10_b.sql\ncreate table b (x int);\r\n",
        build("--exclude", "*a.sql", "--separator", "\\n-- {index}: {path}", "--line-ends", "keep")
            .succeeded()
            .out());
  }

  @Test
  void aFileIsWritten() throws IOException {
    String report = build("--out", out).succeeded().out();
    assertTrue(report.startsWith("wrote   " + out + ", 3 files, 7 lines, 119 B\nsha256  "), report);
    assertEquals(build().out(), Files.readString(out));
    Map<String, Object> json = build("-o", out, "--json").succeeded().json();
    assertTrue(json.get("outputs").toString().contains("files=3, lines=7, bytes=119"), report);
    assertTrue(
        json.get("sources").toString().contains("path=9_a.sql, first_line=4, lines=1"),
        json::toString);
    assertEquals(82, json.get("bytes_read"));
  }

  @Test
  void checkSaysWhatIsStale() throws IOException {
    build("--out", out).succeeded();
    String current = build("--out", out, "--check").succeeded().out();
    assertTrue(current.startsWith("current  " + out + ", 3 files"), current);
    write("seed/a.sql", "insert into a\n  values (2);");
    Cli stale = build("--out", out, "--check");
    assertEquals(1, stale.status());
    assertEquals(
        """
        stale      %s, line 7, from seed/a.sql:2
        should be    values (2);
        is           values (1);
        """
            .formatted(out),
        stale.out());
    assertTrue(Files.readString(out).contains("(1)"), "nothing is written");
    Cli json = build("--out", out, "--check", "--json");
    assertEquals(1, json.status());
    assertTrue(json.json("outputs").toString().contains("current=false"));
    Files.delete(out);
    assertEquals(1, build("--out", out, "--check").status());
  }

  @Test
  void linesAreLocated() {
    assertEquals("seed/a.sql:2\n", build("--locate", 7).succeeded().out());
    assertEquals("in no file: header or separator\n", build("--locate", 5).succeeded().out());
    assertEquals("9_a.sql", build("--locate", 4, "--json").succeeded().json("path"));
    build("--locate", 8).failed(1, "the schema has 7 lines, not 8");
  }

  @Test
  void partsAreBuilt() throws IOException {
    Path both = folder.resolve("{part}.sql");
    String report =
        build("--split", "seed=seed/**", "--split", "schema=**", "--out", both).succeeded().out();
    assertTrue(report.contains("seed.sql, 1 file, 3 lines"), report);
    assertTrue(report.contains("schema.sql, 2 files, 4 lines"), report);
    assertTrue(Files.readString(folder.resolve("seed.sql")).startsWith("-- seed/a.sql\ninsert"));
    write("9_a.sql", "create table c ();");
    Cli check = build("--split", "seed=seed/**", "--split", "schema=**", "-o", both, "--check");
    assertEquals(1, check.status());
    assertTrue(check.out().startsWith("current"), check.out());
    assertTrue(check.out().contains("\nstale"), check.out());
    build("--split", "seed=seed/**", "--out", both).failed(1, "10_b.sql: belongs to no part");
  }

  @Test
  void outputsInTheDirectoryAreNoSources() throws IOException {
    String inside = db.resolve("all.sql").toString();
    build("--out", inside).succeeded();
    build("--out", inside, "--check").succeeded();
    assertFalse(Files.readString(Path.of(inside)).contains("all.sql"));
  }

  @Test
  void theHeaderHasATimeOnlyWhenAsked() {
    String header = build("--header").succeeded().out();
    assertTrue(header.startsWith("-- Generated by Gatun "), header);
    assertFalse(header.contains("-- Built"), header);
    String timed = build("--header", "--time", "2026-11-21T08:00:00Z").succeeded().out();
    assertTrue(timed.contains("\n-- Built: 2026-11-21T08:00:00Z\n-- 10_b.sql\n"), timed);
  }

  @Test
  void failuresSayWhereAndWhatToDo() throws IOException {
    write("bad.sql", "select 1;\n  /* open\n");
    build("--out", out)
        .failed(1, db.resolve("bad.sql") + ": line 2, column 3: the comment", "--no-verify");
    build("--no-verify", "--out", out).succeeded();
    write("bad.sql", "select 1");
    build("--require-semicolons").failed(1, "bad.sql: line 1, column 8: the last statement");
    Files.write(db.resolve("bad.sql"), new byte[] {'a', (byte) 0xE9});
    build().failed(1, "bad.sql: line 1, column 2: not UTF-8: byte 0xE9 at offset 1");
    build("--include", "*.x").failed(1, db + ": no file is selected there");
    build("--out", folder.resolve("no/x.sql")).failed(1, "there is no directory");
    Cli.run("schema", "build", folder.resolve("gone")).failed(1, "gone: no such file");
  }

  @ParameterizedTest
  @CsvSource({
    "--check, --check needs --out FILE",
    "--watch, --watch needs --out FILE",
    "--check --watch, exclude each other",
    "--locate 0, --locate 0 is not positive",
    "--split a=b, --split and {part} in --out go together",
    "--out {part}.sql, --split and {part} in --out go together",
    "--split a --out {part}, --split 'a' is not PART=GLOB",
    "--time now, --time is for a --header",
    "--time 5 --header, is neither now nor such as",
    "--separator lines, is none of none",
    "--separator {file}, {file} is none of {path}",
    "--order size, 'size' is none of listed",
    "--dialect db2, 'db2' is none of standard",
    "--line-ends crlf, 'crlf' is none of lf",
    "--include [, pattern '['",
  })
  void wrongUsage(String options, String problem) {
    build((Object[]) options.split(" ")).failed(2, problem, "; see 'gatun schema build --help'");
  }

  /// Three looks: the same files twice, then others, whose build fails; then it is interrupted.
  @Test
  void watchBuildsWhenFilesChange() {
    FileSet.Entry entry = FileSet.in(db).list().getFirst();
    Deque<List<FileSet.Entry>> looks =
        new ArrayDeque<>(List.of(List.of(), List.of(), List.of(entry)));
    CancellationToken token = new CancellationToken();
    List<String> heard = new ArrayList<>();
    SchemaWatch watch =
        new SchemaWatch(
            () -> {
              List<FileSet.Entry> look = looks.removeFirst();
              if (looks.isEmpty()) {
                token.cancel();
              }
              return look;
            },
            () -> {
              heard.add("build");
              if (looks.isEmpty()) {
                throw new IllegalArgumentException("no");
              }
            },
            heard::add);
    Progress progress = new Progress(new PrintWriter(new StringWriter()), token, false);
    Assertions.assertThrows(OperationCancelledException.class, () -> watch.run(progress));
    assertEquals(List.of("build", "build", "gatun: no"), heard);
  }
}
