package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// FastCSV in its strict mode reads the same records, or both refuse, after the same records.
///
/// What FastCSV does not know is left out of the dialects: escape characters, strict quotes,
/// trimming, padding, texts without quotes, skipped lines. An empty line may be of any length to
/// FastCSV, whereas here it is one empty cell: where the length matters, empty lines are skipped.
class CsvOracleTest {
  /// @param refused whether an error came after the records
  private record Records(List<List<String>> records, boolean refused) {}

  @Provide
  Arbitrary<CsvText> documents() {
    return CsvArbitraries.documents()
        .map(
            given ->
                new CsvText(
                    given.text(),
                    given
                        .dialect()
                        .escape((char) 0)
                        .quote(given.dialect().quote() == 0 ? '"' : given.dialect().quote())
                        .strayQuotes(true)
                        .trim(false)
                        .skipLines(0)
                        .ragged(CsvDialect.Ragged.ERROR),
                    List.of()));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void recordsOfAnyLength(@ForAll("documents") CsvText document) {
    Records expected = fastCsv(document, FieldMismatchStrategy.IGNORE);
    for (Setup setup : Setup.engines()) {
      CsvOutcome outcome = CsvOutcome.records(scan(document, setup));
      List<Object> lists = outcome.columns().isEmpty() ? List.of() : outcome.columns().getFirst();
      assertEquals(
          expected,
          new Records(
              lists.stream().map(list -> texts((List<?>) list)).toList(),
              outcome.failure() instanceof CsvProblem),
          setup::toString);
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void recordsOfOneLength(@ForAll("documents") CsvText given) {
    CsvText document = new CsvText(given.text(), given.dialect().skipEmptyLines(true), List.of());
    Records expected = fastCsv(document, FieldMismatchStrategy.STRICT);
    for (Setup setup : Setup.engines()) {
      CsvOutcome outcome = CsvOutcome.open(scan(document, setup).asStrings());
      assertEquals(
          expected,
          new Records(
              outcome.table().stream().map(CsvOracleTest::texts).toList(),
              outcome.failure() instanceof CsvProblem),
          setup::toString);
    }
  }

  private static List<String> texts(List<?> cells) {
    return cells.stream()
        .map(cell -> new String(((String) cell).getBytes(ISO_8859_1), UTF_8))
        .toList();
  }

  private static CsvScan scan(CsvText document, Setup setup) {
    return CsvScan.of("memory", new ByteArrayInputStream(document.bytes()))
        .dialect(document.dialect())
        .options(setup.options());
  }

  private static Records fastCsv(CsvText document, FieldMismatchStrategy length) {
    CsvDialect dialect = document.dialect();
    var builder =
        de.siegmar.fastcsv.reader.CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .quoteCharacter(dialect.quote())
            .skipEmptyLines(dialect.skipEmptyLines())
            .allowUnclosedQuote(false)
            .extraFieldStrategy(length)
            .missingFieldStrategy(length);
    if (dialect.comment() != 0) {
      builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(dialect.comment());
    }
    List<List<String>> records = new ArrayList<>();
    try {
      for (CsvRecord record : builder.ofCsvRecord(document.text())) {
        records.add(record.getFields());
      }
      return new Records(records, false);
    } catch (CsvParseException e) {
      return new Records(records, true);
    }
  }
}
