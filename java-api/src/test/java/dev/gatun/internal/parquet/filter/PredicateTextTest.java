package dev.gatun.internal.parquet.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.parquet.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a > 5 and b = \"x\"|(a > 5 and b = 'x')",
        "a>5 AND b='it''s' or not c<=-.5|((a > 5 and b = 'it''s') or not (c <= -0.5))",
        "not (a = 1 or a = 2) and b is not null|(not ((a = 1 or a = 2)) and b is not null)",
        "a.b.`c d` in (1, 2,3)|`a.b.c d` in (1, 2, 3)",
        "a not in ('x', \"y\"\"\")|not (a in ('x', 'y\"'))",
        "a between 1 and 2 and b is null|((a >= 1 and a <= 2) and b is null)",
        "a like 'abc%' or a not like \"b%\"|(a like 'abc%' or not (a like 'b%'))",
        "`not` != 1 and `a``b` <> true|(`not` <> 1 and `a``b` <> true)",
        "a = x'0aFF' and b >= 12345678901234567890|(a = x'0aff' and b >= 12345678901234567890)",
        "a < inf and a > -inf and a = nan|(a < inf and a > -inf and a = nan)",
        "a = 1.50|a = 1.50",
      })
  void isRead(String text, String canonical) {
    Predicate predicate = Predicate.parse(text);
    assertEquals(canonical, predicate.toString());
    assertEquals(predicate, Predicate.parse(canonical));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|filter, position 1: expected a column's name, found the end",
        "a|filter, position 2: expected a comparison, in, between, like or is, found the end",
        "a = and|filter, position 5: expected a value, found and",
        "a = b|filter, position 5: expected a value, found b",
        "a = 'x|filter, position 5: the quote ' is not closed",
        "a = 1 b|filter, position 7: expected and, or, or the end, found b",
        "(a = 1|filter, position 7: expected ), found the end",
        "a like '%x'|filter, position 8: like knows patterns with one % at the end only",
        "a like 5|filter, position 8: like needs a text",
        "a in 5|filter, position 6: expected (, found 5",
        "a = 1 # b|filter, position 7: cannot read #",
        "'a' = 1|filter, position 1: expected a column's name (in backticks, if it needs quotes), "
            + "found 'a'",
      })
  void isRefused(String text, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Predicate.parse(text));
    assertEquals(message, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"(,)", "'not ',''"})
  void nestingIsBounded(String before, String after) {
    String text = before.repeat(100_000) + "a = 1" + (after == null ? "" : after.repeat(100_000));
    assertThrows(IllegalArgumentException.class, () -> Predicate.parse(text));
  }
}
