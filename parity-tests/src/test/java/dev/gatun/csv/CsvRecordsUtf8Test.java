package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.InputSource;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Records as they are, up to the first that is not UTF-8.
class CsvRecordsUtf8Test {
  static List<Setup> engines() {
    return Setup.engines();
  }

  private static CsvOutcome records(Setup setup, String text, int batchBytes) {
    return CsvOutcome.records(
        CsvScan.of(InputSource.of("text", text.getBytes(ISO_8859_1)))
            .dialect(CsvDialect.rfc4180().comment('#'))
            .options(setup.options())
            .batchBytes(batchBytes));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theRecordIsNamed(Setup setup) {
    String good = "a,b\n\"c\nd\",e\n";
    for (String bad : List.of("\u00ff", "f\u00ff,g", "f,g\u00c3", "\"f\ng\u00ff\",h")) {
      for (int bytes : new int[] {0, 1, 10}) {
        CsvOutcome outcome = records(setup, good + bad + "\ni,j\n", bytes);
        CsvProblem problem = outcome.problem();
        assertEquals(CsvProblem.Kind.INVALID_UTF8, problem.kind());
        assertEquals(4, problem.line(), bad);
        assertEquals(3, problem.record(), bad);
        int place = Math.max(bad.indexOf('\u00ff'), bad.indexOf('\u00c3'));
        assertEquals(good.length() + place, problem.byteOffset(), bad);
        assertEquals(2, outcome.rows(), bad);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theFirstRecord(Setup setup) {
    CsvOutcome outcome = records(setup, "\u00ff,b\nc,d\n", 0);
    assertEquals(1, outcome.problem().record());
    assertEquals(0, outcome.rows());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void commentsMayBeAnything(Setup setup) {
    List<List<String>> both = List.of(List.of("a", "b"), List.of("c", "d"));
    for (int bytes : new int[] {0, 1, 10}) {
      for (String text :
          List.of("a,b\n# \u00ff\nc,d\n", "# \u00ff\na,b\nc,d\n# \u00ff\n# \u00ff\n")) {
        assertEquals(both, records(setup, text, bytes).well().columns().getFirst());
      }
      CsvOutcome outcome = records(setup, "# \u00ff\na,b\n# \u00ff\nc,\u00ff\ne,f\n", bytes);
      assertEquals(2, outcome.problem().record());
      assertEquals(4, outcome.problem().line());
      assertEquals(14, outcome.problem().byteOffset());
      assertEquals(1, outcome.rows());
    }
  }
}
