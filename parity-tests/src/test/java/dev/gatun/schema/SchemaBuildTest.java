package dev.gatun.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.FileSet;
import dev.gatun.Gatun;
import dev.gatun.InputFormatException;
import dev.gatun.internal.schema.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written, and what is said of it.
class SchemaBuildTest {
  @TempDir private Path folder = Path.of("");
  private Tree tree = new Tree(folder);

  @BeforeEach
  void make() {
    tree = new Tree(folder.resolve("db"));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void filesFollowEachOtherBehindTheirNames() throws Exception {
    tree.with("a/b.sql", "select 1;\n\n-- two\n").with("a-b/c.sql", "select 2;").with("n.txt", "'");
    Path out = folder.resolve("schema.sql");
    SchemaResult result = SchemaBuild.in(tree.root()).write(out);
    String expected = "-- a/b.sql\nselect 1;\n\n-- two\n-- a-b/c.sql\nselect 2;\n";
    assertEquals(expected, Files.readString(out));
    assertEquals(sha256(expected.getBytes()), result.sha256().toString());
    assertEquals(expected.length(), result.bytes());
    assertEquals(6, result.lines());
    assertEquals(
        List.of(new SchemaSource("a/b.sql", 2, 3, 18), new SchemaSource("a-b/c.sql", 6, 1, 9)),
        result.sources());
    assertEquals(27, result.bytesRead());
    assertTrue(result.info().peakBytes() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "'a', 'a\n'",
    "'a\n', 'a\n'",
    "'a\n\n\n', 'a\n'",
    "'a\r\n\r\n', 'a\n'",
    "'a\r\nb\rc\n\rd\r', 'a\nb\nc\n\nd\n'",
    "'\n\na', '\n\na\n'",
    "'a \t', 'a \t\n'",
    "'', ''",
    "'\r\n\n', ''",
    "'\uFEFFa', 'a\n'",
    "'\uFEFF', ''",
    "'a\uFEFF\r\n', 'a\uFEFF\n'",
  })
  void lineEndsBecomeLfAndOneEndsTheFile(String text, String expected) {
    tree.with("f.sql", text);
    assertEquals(expected, Tree.text(tree.build()));
    assertEquals(expected, Tree.text(tree.build().verify(false)));
  }

  @ParameterizedTest
  @CsvSource({
    "'a', 'a\n'",
    "'a\r\nb\rc\n\r\n', 'a\r\nb\rc\n'",
    "'a\r\n\n', 'a\r\n'",
    "'a\r\r\n', 'a\r'",
    "'\r\n', ''",
    "'\uFEFFa\r\n', 'a\r\n'",
  })
  void lineEndsMayStay(String text, String expected) {
    tree.with("f.sql", text);
    assertEquals(expected, Tree.text(tree.build().lineEnds(LineEnds.KEEP)));
  }

  @ParameterizedTest
  @CsvSource({
    "'{index}/{count} {name} in {dir}', '1/2 top.sql in .\n2/2 y.sql in x\n'",
    "'-- {{{path}}}\n\n', '-- {top.sql}\n\n-- {x/y.sql}\n\n'",
    "'GO', 'GO\nGO\n'",
  })
  void separatorsAreTemplates(String template, String expected) {
    tree.with("x/y.sql", "").with("top.sql", "");
    assertEquals(expected, Tree.text(tree.build().separator(Separator.template(template))));
  }

  @Test
  void commentsAreSeparators() {
    tree.with("it's.sql", "a").with("é.sql", "b");
    assertEquals(
        "/* it's.sql */\na\n/* é.sql */\nb\n",
        Tree.text(tree.build().separator(Separator.blockComment())));
    assertEquals(
        "-- it's.sql\na\n-- é.sql\nb\n",
        Tree.text(tree.build().separator(Separator.lineComment())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "{x}", "{path", "a}b", "{}"})
  void templatesAreChecked(String template) {
    assertThrows(IllegalArgumentException.class, () -> Separator.template(template));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/* {path}", "'", "$$ {name} $", "\"{path}\" \""})
  void separatorsMustCloseWhatTheyOpen(String template) {
    tree.with("a.sql", "");
    SchemaBuild build = tree.build().separator(Separator.template(template));
    assertThrows(IllegalArgumentException.class, () -> Tree.text(build));
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT '{path}';, it's.sql",
    "SELECT '{path}';, x' or 'y.sql",
    "\\echo {path}, a b.sql",
    "{path}, a--b.sql",
    "-- {path}, a\u2028b.sql",
    "$a$ {path} $a$, $a$.sql",
    "/* {path} */, x*/y.sql",
  })
  void namesCannotLeaveTheirPlace(String template, String name) {
    tree.with(name, "a");
    SchemaBuild build = tree.build().separator(Separator.template(template));
    InputFormatException e = assertThrows(InputFormatException.class, () -> Tree.text(build));
    assertEquals(name, e.source());
  }

  @Test
  void theOutputIsNoSource() throws IOException {
    tree.with("a.sql", "a");
    Path out = tree.root().resolve("schema.sql");
    tree.build().write(out);
    tree.build().write(out);
    assertEquals("a\n", Files.readString(out));
    assertTrue(tree.build().check(out).current());
    assertEquals(List.of("a.sql"), paths(tree.build().outputs(out)));
    assertEquals(List.of("a.sql", "schema.sql"), paths(tree.build()));
  }

  private static List<String> paths(SchemaBuild build) {
    return build.files().stream().map(FileSet.Entry::path).toList();
  }

  @Test
  void eachFileIsThereOnceInTheOrderOfItsList() {
    tree.with("a.sql", "a").with("b.sql", "b");
    Path a = tree.root().resolve("a.sql");
    Path b = tree.root().resolve("b.sql");
    SchemaBuild listed = SchemaBuild.of(FileSet.of(tree.root(), List.of(b, a, b)));
    assertEquals(List.of("b.sql", "a.sql"), paths(listed));
    assertEquals(List.of("a.sql", "b.sql"), paths(listed.order(FileOrder.PATH)));
    FileSet patterns = FileSet.in(tree.root()).include("*.sql", "a.*", "**");
    assertEquals(List.of("a.sql", "b.sql"), paths(SchemaBuild.of(patterns)));
  }

  @Test
  void theHeaderHasTheDigestOfTheRest() throws Exception {
    tree.with("a.sql", "a").with("b.sql", "b\nc");
    String header =
        "-- Generated by Gatun %s from 2 files: change these, not this one.\n"
                .formatted(Gatun.version())
            + "-- SHA-256 of what follows: %s\n".formatted(sha256("a\nb\nc\n".getBytes()));
    SchemaBuild build = tree.build().header(true);
    assertEquals(header + "a\nb\nc\n", Tree.text(build));
    SchemaBuild timed = build.time(Instant.parse("2026-11-21T08:00:00.9Z"));
    Path out = folder.resolve("schema.sql");
    SchemaResult result = timed.write(out);
    assertEquals(header + "-- Built: 2026-11-21T08:00:00Z\na\nb\nc\n", Files.readString(out));
    assertEquals(sha256(Files.readAllBytes(out)), result.sha256().toString());
    assertEquals(6, result.lines());
    assertEquals(new SourceLine("b.sql", 2), result.locate(6));
    assertNull(result.locate(3));
    assertTrue(build.check(out).current(), "without a time of its own any time is right");
    assertFalse(build.time(Instant.EPOCH).check(out).current());
  }

  @Test
  void theTimeComesFromTheEnvironment() {
    assertEquals(Instant.ofEpochSecond(1700000000), Header.epoch("1700000000"));
    assertNull(Header.epoch(null));
    assertNull(Header.epoch(""));
    for (String wrong : List.of("now", "1.5", "99999999999999999999", "9223372036854775807")) {
      assertThrows(IllegalArgumentException.class, () -> Header.epoch(wrong));
    }
  }

  @Test
  void linesLeadToTheirFiles() {
    tree.with("a.sql", "1\n2\n").with("b.sql", "\n").with("c.sql", "").with("d.sql", "4\n5");
    SchemaResult plain = tree.build().write(OutputStream.nullOutputStream());
    assertEquals("a.sql:2", String.valueOf(plain.locate(2)));
    assertEquals("d.sql:1", String.valueOf(plain.locate(3)));
    assertEquals("d.sql:2", String.valueOf(plain.locate(4)));
    assertNull(plain.locate(5));
    assertNull(plain.locate(0));
    SchemaResult named = SchemaBuild.in(tree.root()).write(OutputStream.nullOutputStream());
    assertEquals(
        List.of("null", "a.sql:1", "a.sql:2", "null", "null", "null", "d.sql:1", "d.sql:2"),
        Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(n -> String.valueOf(named.locate(n))).toList());
  }

  @Test
  void partsTakeWhatOthersLeave() {
    tree.with("seed/a.sql", "a").with("b.sql", "b").with("c.seed.sql", "c").with("d.sql", "d");
    Map<String, SchemaBuild> parts =
        tree.build()
            .split(
                List.of(
                    SchemaPart.of("seed", "seed/**", "*.seed.sql"),
                    SchemaPart.of("none", "seed/a.sql"),
                    SchemaPart.of("schema", "**")));
    assertEquals(List.of("seed", "none", "schema"), List.copyOf(parts.keySet()));
    assertEquals(List.of("c\na\n", "", "b\nd\n"), parts.values().stream().map(Tree::text).toList());
    List<SchemaPart> partly = List.of(SchemaPart.of("seed", "seed/**"));
    Exception left = assertThrows(IllegalArgumentException.class, () -> tree.build().split(partly));
    assertTrue(left.getMessage().startsWith("b.sql: belongs to no part"), left.getMessage());
    List<SchemaPart> twice = List.of(SchemaPart.of("x", "**"), SchemaPart.of("x", "**"));
    assertThrows(IllegalArgumentException.class, () -> tree.build().split(twice));
  }

  @Test
  void nothingAndNoDirectoryAreErrors() throws IOException {
    Files.createDirectories(tree.root());
    UncheckedIOException nothing =
        assertThrows(UncheckedIOException.class, () -> Tree.text(tree.build()));
    assertTrue(nothing.getMessage().contains("no file is selected"), nothing.getMessage());
    assertThrows(UncheckedIOException.class, () -> SchemaBuild.in(folder.resolve("gone")).files());
  }

  @Test
  void aBuildThatFailsLeavesTheFileAsItWas() throws IOException {
    tree.with("a.sql", "a").with("b.sql", "'");
    Path out = Files.writeString(folder.resolve("out.sql"), "old");
    assertThrows(InputFormatException.class, () -> tree.build().write(out));
    assertEquals("old", Files.readString(out));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(2, left.count());
    }
  }
}
