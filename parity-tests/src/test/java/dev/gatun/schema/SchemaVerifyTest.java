package dev.gatun.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.InputFormatException;
import dev.gatun.RunOptions;
import dev.gatun.support.Setup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the check finds, and what it leaves alone.
class SchemaVerifyTest {
  @TempDir private Path folder = Path.of("");
  private Tree tree = new Tree(folder);

  @BeforeEach
  void make() {
    tree = new Tree(folder);
  }

  private static InputFormatException failure(SchemaBuild build) {
    InputFormatException found = null;
    for (Setup setup : Setup.engines()) {
      SchemaBuild on = build.options(setup.options());
      InputFormatException e =
          assertThrows(InputFormatException.class, () -> Tree.text(on), setup::toString);
      if (found != null) {
        assertEquals(found.getMessage(), e.getMessage());
        assertEquals(found.byteOffset(), e.byteOffset());
      }
      found = e;
    }
    return Objects.requireNonNull(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          POSTGRESQL | select 1; -- /*
          POSTGRESQL | select '/*', '--', "'" from t; -- it's
          POSTGRESQL | select 1 -- no line end
          POSTGRESQL | /* it's /* nested */ " */ select 1;
          POSTGRESQL | select E'it\\'s', $$it's$$, $x$ $$ ' $x$, 'C:\\';
          POSTGRESQL | \\echo it's on its way
          POSTGRESQL | ~COPY t FROM stdin;\nO'Brien\t/*\n\\.\nselect 1;~
          POSTGRESQL | ~create function f() returns text as $body$\n  select 'it''s /*'; -- '\n$body$;~
          MYSQL      | select 'it\\'s', "say \\"it's\\"", `it's`; # don't
          MYSQL      | /*!40101 SET NAMES utf8 */; select 5--3; -- don't
          MYSQL      | /*!50003 create trigger t select '*/' */
          SQLSERVER  | select [it's], [a]]'] from t; /* /* */ */
          SQLITE     | select `it's`, [it's], "it's"; /* /* */
          STANDARD   | select 'C:\\', 'it''s'; /* /* */ */
          """)
  void noFalseAlarm(SqlDialect dialect, String text) {
    tree.with("a.sql", text.replace("\\n", "\n"));
    for (Setup setup : Setup.engines()) {
      Tree.text(tree.build().dialect(dialect).options(setup.options()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          POSTGRESQL | ~select 1;\n  /* open\n~          | 2 | 3  | the comment that begins here
          POSTGRESQL | ~/* a /* b */\n~                   | 1 | 1  | the comment that begins here
          POSTGRESQL | ~x;/* a\n /* b\n~                  | 1 | 3  | 2 are open inside each other
          POSTGRESQL | ~\nselect 'C:\\', 'it's';\n~       | 2 | 20 | the string that begins here
          POSTGRESQL | ~select "a;\n~                     | 1 | 8  | the quoted identifier
          POSTGRESQL | ~\r\n\r\nas $f$ begin $g$\r\n~     | 3 | 4  | the dollar-quoted string
          POSTGRESQL | ~x;\ncopy t from stdin;\n1\n~      | 2 | 1  | the data of the COPY
          MYSQL      | ~select 1\n/*!50003 x /* y */\n~   | 2 | 1  | the comment with code
          MYSQL      | ~select 'C:\\';\n~                 | 1 | 8  | the string
          SQLSERVER  | ~select [a]];\n~                   | 1 | 8  | the quoted identifier
          STANDARD   | ~\uFEFFselect ';\n~                | 1 | 8  | the string
          """)
  void spillOversAreFound(SqlDialect dialect, String text, int line, int column, String problem) {
    tree.with("db/a.sql", "select 1;").with("db/b.sql", text).with("db/c.sql", "'");
    InputFormatException e = failure(tree.build().dialect(dialect));
    assertEquals(folder.resolve("db/b.sql").toString(), e.source());
    assertEquals(line, e.line());
    assertEquals(column, e.column());
    assertTrue(e.getMessage().contains(problem), e.getMessage());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int begin = (int) e.byteOffset();
    String before = new String(bytes, 0, begin, StandardCharsets.UTF_8).replace("\uFEFF", "");
    assertEquals(column - 1, before.length() - 1 - before.lastIndexOf('\n'));
    Tree.text(tree.build().dialect(dialect).verify(false));
  }

  /// A quote is missing in line 1, but the last one of the file is the one without a partner.
  @Test
  void theFirstLongStringIsNamed() {
    tree.with("a.sql", "select 'it's';\nselect 'b',\n'c';\n");
    assertTrue(
        failure(tree.build())
            .getMessage()
            .endsWith("; the first one that goes over a line end begins at line 1, column 13"));
    tree.with("a.sql", "select 'a\nb', 'c;\n");
    assertTrue(failure(tree.build()).getMessage().contains("line 1, column 8"));
  }

  @ParameterizedTest
  @CsvSource({"61, 0, 1", "6161C3A9FF, 4, 5", "610AC3, 2, 1", "EFBBBF61FF, 4, 2", "ED A0 80, 0, 1"})
  void textsMustBeUtf8(String hex, int offset, int column) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    tree.with("a.sql", bytes);
    if (bytes.length == 1) {
      assertEquals("a\n", Tree.text(tree.build()));
      return;
    }
    InputFormatException e = failure(tree.build().verify(false));
    assertEquals(offset, e.byteOffset());
    assertEquals(column, e.column());
    assertTrue(e.getMessage().contains("at offset " + offset), e.getMessage());
    assertTrue(e.getMessage().startsWith(folder.resolve("a.sql") + ": line "), e.getMessage());
  }

  @Test
  void utf16IsCalledByItsName() {
    tree.with("a.sql", "\uFEFFselect 1".getBytes(StandardCharsets.UTF_16LE));
    assertTrue(failure(tree.build()).getMessage().contains("the file is UTF-16"));
  }

  @ParameterizedTest
  @CsvSource({
    "select 1, 8",
    "select 1; x /* ; */, 11",
    "'a;', 4",
    "select 1;, 0",
    "select 1; -- x, 0",
    "/* x */, 0",
    "\\i other.sql, 0",
    "'', 0"
  })
  void statementsMayHaveToEnd(String text, int column) {
    tree.with("a.sql", text.equals("a;") ? "'a;'" : text);
    SchemaBuild build = tree.build().requireSemicolons(true);
    if (column == 0) {
      Tree.text(build);
      return;
    }
    InputFormatException e = failure(build);
    assertEquals(column, e.column());
    assertTrue(e.getMessage().endsWith("the last statement does not end with ';'"));
  }

  /// Whichever worker comes first, the first file in order that is wrong is named.
  @Test
  void theFirstOfManyIsReported() {
    for (int i = 0; i < 3000; i++) {
      tree.with("%04d.sql".formatted(i), i == 1500 || i > 2000 ? "'" : "select " + i + ";");
    }
    for (int threads = 1; threads <= 4; threads++) {
      RunOptions options = RunOptions.defaults().threads(threads).engine(Engine.AUTO);
      SchemaBuild build = tree.build().options(options);
      InputFormatException e = assertThrows(InputFormatException.class, () -> Tree.text(build));
      assertEquals(folder.resolve("1500.sql").toString(), e.source());
    }
  }
}
