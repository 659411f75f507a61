package dev.gatun.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.schema.SchemaCheck.Difference;
import dev.gatun.support.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Comparing a file with what it should be.
class SchemaCheckTest {
  @TempDir private Path folder = Path.of("");
  private Tree tree = new Tree(folder);
  private Path out = folder;

  @BeforeEach
  void make() {
    tree = new Tree(folder.resolve("db")).with("a.sql", "one\ntwo").with("b.sql", "three");
    out = folder.resolve("out.sql");
  }

  private Difference difference() {
    SchemaCheck check = SchemaBuild.in(tree.root()).check(out);
    assertEquals(5, check.result().lines());
    return Objects.requireNonNull(check.difference());
  }

  @Test
  void theSameBytesAreCurrent() throws IOException {
    Files.writeString(out, "-- a.sql\none\ntwo\n-- b.sql\nthree\n");
    for (Setup setup : Setup.engines()) {
      SchemaCheck check = SchemaBuild.in(tree.root()).options(setup.options()).check(out);
      assertTrue(check.current());
      assertNull(check.difference());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, -- a.sql, , ",
    "'-- a.sql\none\n2\n-- b.sql\nthree\n', 3, two, 2, a.sql:2",
    "'-- a.sql\none\ntwo\n-- b.sql\n', 5, three, , b.sql:1",
    "'-- a.sql\none\ntwo\n-- b.sql\nthree', 5, three, three, b.sql:1",
    "'-- a.sql\none\ntwo\n-- b.sql\nthree\nmore', 6, , more, ",
    "'-- a.sql\r\none\n', 1, -- a.sql, -- a.sql, ",
    "'-- a.sql\none\ntwo\n-- b.sql\n\nthree\n', 5, three, '', b.sql:1",
  })
  void theFirstDifferenceIsNamed(
      String text, long line, String expected, String found, String source) throws IOException {
    Files.writeString(out, text);
    Difference difference = difference();
    assertEquals(line, difference.line());
    assertEquals(expected, difference.expected());
    assertEquals(found, difference.found());
    assertEquals(source, difference.source() == null ? null : difference.source().toString());
  }

  @Test
  void aFileThatIsNotThereIsNotCurrent() throws IOException {
    assertEquals(new Difference(1, "-- a.sql", null, null), difference());
    Files.createDirectory(out);
    SchemaBuild build = SchemaBuild.in(tree.root());
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> build.check(out));
    assertTrue(e.getMessage().startsWith(out.toString()), e.getMessage());
  }

  @Test
  void longLinesAreCut() throws IOException {
    tree.with("a.sql", "x".repeat(3_000_000) + "y" + "x".repeat(1000));
    Files.writeString(out, "-- a.sql\n" + "x".repeat(3_000_000) + "\n");
    SchemaCheck check = SchemaBuild.in(tree.root()).check(out);
    Difference difference = Objects.requireNonNull(check.difference());
    assertEquals(2, difference.line());
    assertEquals("x".repeat(200), difference.expected());
    assertEquals("x".repeat(200), difference.found());
  }
}
