package dev.gatun.csv;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Random dialects and texts that are full of what means something in them.
final class CsvArbitraries {
  private CsvArbitraries() {}

  /// Dialects of which everything is said, without header.
  static Arbitrary<CsvDialect> dialects() {
    Arbitrary<Character> delimiters = Arbitraries.of(',', ';', '|', '\t');
    Arbitrary<Character> quotes =
        Arbitraries.frequency(Tuple.of(6, '"'), Tuple.of(2, '\''), Tuple.of(1, (char) 0));
    Arbitrary<Character> escapes = Arbitraries.frequency(Tuple.of(5, (char) 0), Tuple.of(1, '\\'));
    Arbitrary<Character> comments = Arbitraries.frequency(Tuple.of(3, (char) 0), Tuple.of(1, '#'));
    Arbitrary<CsvDialect.Ragged> ragged =
        Arbitraries.frequency(
            Tuple.of(2, CsvDialect.Ragged.ERROR),
            Tuple.of(1, CsvDialect.Ragged.PAD),
            Tuple.of(1, CsvDialect.Ragged.TRUNCATE));
    Arbitrary<Boolean> rarely = Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true));
    return Combinators.combine(
            delimiters, quotes, escapes, comments, ragged, rarely, rarely, rarely)
        .as(
            (delimiter, quote, escape, comment, length, emptyLines, strict, trim) ->
                CsvDialect.detect()
                    .delimiter(delimiter)
                    .quote(quote)
                    .escape(quote == 0 ? 0 : escape)
                    .comment(comment)
                    .ragged(length)
                    .skipEmptyLines(!emptyLines)
                    .strayQuotes(!strict)
                    .trim(trim)
                    .header(CsvDialect.Header.ABSENT));
  }

  /// Texts of few characters, most of which mean something in the dialect.
  static Arbitrary<String> texts(CsvDialect dialect) {
    String delimiter = String.valueOf(dialect.delimiter());
    String quote = dialect.quote() == 0 ? "\"" : String.valueOf(dialect.quote());
    Arbitrary<String> special = Arbitraries.of(delimiter, quote, "\n", "\r", "\r\n", quote + quote);
    Arbitrary<String> plain =
        Arbitraries.of("a", "1", " ", "é", "𝄞", "#", "\\", "\0", "plain text of some length");
    Arbitrary<String> neat =
        Arbitraries.of(
            quote + "quoted" + quote + delimiter,
            delimiter + quote + "a\r\nb" + quote,
            quote + "x" + delimiter + quote + quote + quote + "\n");
    return Arbitraries.frequencyOf(Tuple.of(5, special), Tuple.of(4, plain), Tuple.of(3, neat))
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  /// Texts and dialects, seldom with lines to skip.
  static Arbitrary<CsvText> documents() {
    return dialects()
        .flatMap(
            dialect ->
                Combinators.combine(
                        texts(dialect),
                        Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, 1), Tuple.of(1, 2)))
                    .as(
                        (text, skipped) ->
                            new CsvText(text, dialect.skipLines(skipped), List.of())));
  }
}
