package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `gatun hash`. Digests of files are by sha256sum, those of all by Python's hashlib.
final class HashCommandTest {
  private static final String A =
      "4a45092ccf992ea92250053a80b931b787924ba61648f420555511b84f10ab6c";
  private static final String B =
      "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac";

  private static final String TREE =
      "24e7d8eb49e08277d80fad15eb8c94fc2a0bb0897512a5d1f90053769da6db61";
  private static final String FLAT =
      "4f41fcd93cb6780aa66e50561276195ed1065c026cc00a562b5db8ff7c5fb317";

  @TempDir private Path folder = Path.of("");
  private Path base = Path.of("");

  @BeforeEach
  void write() throws Exception {
    base = folder.resolve("base");
    write("a.sql", "select 1;\n");
    write("d/b.sql", "x\n");
    write("d/c.txt", "y\n");
    write(".hidden/h.sql", "z\n");
  }

  private void write(String path, String text) throws Exception {
    Path file = base.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
  }

  private Cli hash(Object... more) {
    Object[] arguments = new Object[more.length + 4];
    System.arraycopy(new Object[] {"hash", base, "--base", base}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Cli.run(arguments);
  }

  @Test
  void digestsOfBothForms() {
    assertEquals(TREE + "\n", hash("--include", "*.sql", "-q").succeeded().out());
    assertEquals(FLAT + "\n", hash("--include", "*.sql", "-q", "--form", "flat").succeeded().out());
  }

  @Test
  void peopleSeeWhatWasHashed() {
    String out = hash("--include", "*.sql").succeeded().out();
    assertTrue(
        out.startsWith("SHA-256  " + TREE + "\nform     tree\nfiles    2, 12 B\nread     12 B in "),
        out);
  }

  @Test
  void filesAreListedAsSha256sumDoes() {
    assertEquals(
        A + "  a.sql\n" + B + "  d/b.sql\n# " + TREE + "  tree form, 2 files\n",
        hash("--include", "*.sql", "--files").succeeded().out());
    assertTrue(hash("--files", "--form", "flat").succeeded().out().startsWith(A + "  a.sql\n"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // has no such names
  void oddNamesAreEscapedAsSha256sumDoes() throws Exception {
    write("odd\\\nname", "x\n");
    assertTrue(hash("--files").succeeded().out().contains("\n\\" + B + "  odd\\\\\\nname\n"));
  }

  @Test
  void filesAreHashedInTheOrderGiven() {
    Path a = base.resolve("a.sql");
    Path b = base.resolve("d/b.sql");
    Cli cli = Cli.run("hash", b, a, "--base", base, "--files").succeeded();
    assertTrue(cli.out().startsWith(B + "  d/b.sql\n" + A + "  a.sql\n"), cli.out());
  }

  @Test
  void optionsSelect() {
    assertEquals(4, hash("--hidden", "--json").json("file_count"));
    assertEquals(1, hash("--no-recursive", "--json").json("file_count"));
    assertEquals(2, hash("--exclude", "*.txt", "--json").json("file_count"));
  }

  @Test
  void jsonHasEverything() {
    Map<String, Object> json =
        hash("--include", "d/*.sql", "--files", "--engine", "java", "--json").succeeded().json();
    assertEquals(List.of(Map.of("path", "d/b.sql", "size", 2, "sha256", B)), json.get("files"));
    assertEquals("tree", json.get("form"));
    assertEquals(base.toString(), json.get("base"));
    assertEquals(2, json.get("bytes"));
    assertEquals(2, json.get("bytes_read"));
    assertEquals("java", json.get("engine"));
    assertFalse(json.containsKey("changes"));
    for (String key : List.of("digest", "file_count", "isa", "threads", "elapsed_ms")) {
      assertTrue(json.containsKey(key), key);
    }
  }

  @Test
  void cacheSavesReadingAndTellsOfChanges() throws Exception {
    Path cache = folder.resolve("cache");
    assertTrue(
        hash("--cache", cache).succeeded().out().endsWith("3 added, 0 changed, 0 removed\n"));
    assertTrue(hash("--cache", cache).succeeded().out().endsWith("changes  none\n"));
    write("d/b.sql", "longer\n");
    Files.delete(base.resolve("a.sql"));
    String out = hash("--cache", cache, "--changes").succeeded().out();
    assertTrue(out.contains("read     7 B of 9 B in "), out);
    assertTrue(
        out.endsWith(
            """
            changes  0 added, 1 changed, 1 removed

            change   path
            changed  d/b.sql
            removed  a.sql
            """),
        out);
    Cli json = hash("--cache", cache, "--json").succeeded();
    assertEquals(
        Map.of("added", List.of(), "changed", List.of(), "removed", List.of()),
        json.json("changes"));
    assertEquals(0, json.json("bytes_read"));
  }

  @Test
  void failuresAreOneLine() {
    Path missing = base.resolve("missing");
    Cli.run("hash", missing, "--base", base).failed(1, missing + ": no such file");
    hash("--include", "*.x").failed(1, "no files to hash in " + base, "--include");
    Path cache = missing.resolve("cache");
    hash("--cache", cache).failed(1, cache + ": there is no directory " + missing);
  }
}
