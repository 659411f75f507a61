package dev.gatun.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.gatun.csv.CsvScan;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// A file of documents, one a line, and what each of them is: every document over a small alphabet.
final class CsvGrammarCases {
  private CsvGrammarCases() {}

  static void check(CsvManifest one, Setup setup) throws IOException {
    for (String line : one.lines()) {
      int tab = line.indexOf('\t');
      String document = (String) JSON.std.anyFrom(line.substring(0, tab));
      CsvScan scan =
          CsvScan.of("memory", new ByteArrayInputStream(document.getBytes(UTF_8)))
              .dialect(one.dialect())
              .options(setup.options());
      CsvRecords records = CsvRecords.ofAnyLength(CsvOutcome.records(scan));
      assertEquals(expected(line.substring(tab + 1)), actual(records), line);
    }
  }

  /// Records, or `error CLASS LINE`.
  private static Object expected(String text) throws IOException {
    return text.startsWith("error ") ? text : JSON.std.anyFrom(text);
  }

  private static Object actual(CsvRecords records) {
    return records.failure() == null
        ? records.cells()
        : "error "
            + records.problem().kind().name().toLowerCase(java.util.Locale.ROOT)
            + " "
            + records.problem().line();
  }
}
