package dev.gatun.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDialectTest {
  @Test
  void describesItself() {
    assertEquals(
        "delimiter to be found out, quote to be found out, escape none, comment none, skip 0 lines,"
            + " header DETECT, ragged ERROR, UTF-8 or by byte order mark",
        CsvDialect.detect().toString());
    assertEquals(
        "delimiter tab, quote none, escape \\, comment blank, skip 2 lines, header ABSENT, ragged"
            + " ERROR, empty lines are records, no stray quotes, trimmed, delimiters merged,"
            + " ISO-8859-1",
        CsvDialect.rfc4180()
            .delimiter('\t')
            .quote((char) 0)
            .escape('\\')
            .comment(' ')
            .skipLines(2)
            .header(CsvDialect.Header.ABSENT)
            .skipEmptyLines(false)
            .strayQuotes(false)
            .trim(true)
            .mergeDelimiters(true)
            .charset(StandardCharsets.ISO_8859_1)
            .toString());
  }

  @ParameterizedTest
  @ValueSource(chars = {'\n', '\r', 0x7f, '\u00e4', '\u20ac', '\ud83d'})
  void charactersThatCannotBeUsed(char value) {
    List<UnaryOperator<CsvDialect>> changes =
        List.of(
            dialect -> dialect.delimiter(value),
            dialect -> dialect.quote(value),
            dialect -> dialect.escape(value),
            dialect -> dialect.comment(value));
    for (UnaryOperator<CsvDialect> change : changes) {
      assertThrows(IllegalArgumentException.class, () -> change.apply(CsvDialect.rfc4180()));
    }
    assertThrows(IllegalArgumentException.class, () -> CsvDialect.rfc4180().delimiter((char) 0));
  }

  @Test
  void oneCharacterHasOneMeaning() {
    CsvDialect dialect = CsvDialect.rfc4180().escape('\\').comment('#');
    for (char taken : new char[] {'"', '\\', '#'}) {
      assertThrows(IllegalArgumentException.class, () -> dialect.delimiter(taken));
    }
    for (char taken : new char[] {',', '\\', '#'}) {
      assertThrows(IllegalArgumentException.class, () -> dialect.quote(taken));
    }
  }

  @Test
  void numbersHaveBounds() {
    CsvDialect dialect = CsvDialect.detect();
    assertThrows(IllegalArgumentException.class, () -> dialect.skipLines(-1));
    for (int bytes : new int[] {Integer.MIN_VALUE, 0, (1 << 30) + 1}) {
      assertThrows(IllegalArgumentException.class, () -> dialect.mostRecordBytes(bytes));
    }
    assertEquals(1 << 30, dialect.mostRecordBytes(1 << 30).mostRecordBytes());
  }
}
