package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Gatun;
import dev.gatun.csv.CsvProblem.Kind;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that mean harm: an exception with the place in it, or an answer, in bounded memory.
class CsvHostileTest {
  private static final CsvDialect COMMA = CsvDialect.rfc4180().header(CsvDialect.Header.ABSENT);
  private static final long FIVE_GIGABYTES = 5_000_000_000L;
  private static final long MEMORY = 512L << 20;
  private static final int MEGA = 1 << 20;

  private long before;

  @BeforeEach
  void look() {
    before = Gatun.metrics().memory().liveBytes();
  }

  @AfterEach
  void nothingIsLeft() {
    assertEquals(before, Gatun.metrics().memory().liveBytes());
  }

  static List<Setup> engines() {
    return Setup.engines();
  }

  private static CsvScan scan(Setup setup, String text) {
    return scan(setup, text.getBytes(UTF_8));
  }

  private static CsvScan scan(Setup setup, byte[] text) {
    return frugal(setup, CsvScan.of("memory", new ByteArrayInputStream(text)));
  }

  private static CsvScan frugal(Setup setup, CsvScan scan) {
    return scan.dialect(COMMA).asStrings().options(setup.options().memoryLimit(MEMORY));
  }

  private static CsvProblem problem(CsvScan scan) {
    return CsvOutcome.open(scan).problem();
  }

  private static void assertPlace(CsvProblem problem, Kind kind, long line, long record) {
    assertEquals(kind, problem.kind(), problem::toString);
    assertEquals(line, problem.line(), problem::toString);
    assertEquals(record, problem.record(), problem::toString);
    assertTrue(problem.text().length() < 10_000, "the text of a problem is cut off");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFieldOfFiveGigabytes(Setup setup) {
    for (String beginning : List.of("a,b\nx,", "a,b\nx,\"", "a,b\nx,\"\"\"", "a,b\nx,\" ")) {
      Generated text = new Generated(beginning, "y", FIVE_GIGABYTES);
      CsvProblem problem = problem(frugal(setup, CsvScan.of("memory", text)));
      assertPlace(problem, Kind.RECORD_TOO_LONG, 2, 2);
      assertTrue(text.given() < 4L * COMMA.mostRecordBytes(), () -> "read " + text.given());
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void quotesAndLinesInsideOneField(Setup setup) {
    for (String repeated : List.of("\"\"", "\n", "\r\n", ",", "z\"\"\n")) {
      Generated text = new Generated("a,b\nx,\"", repeated, FIVE_GIGABYTES);
      assertPlace(problem(frugal(setup, CsvScan.of("memory", text))), Kind.RECORD_TOO_LONG, 2, 2);
      assertTrue(text.given() < 4L * COMMA.mostRecordBytes(), () -> "read " + text.given());
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theLimitOfRecordsIsExact(Setup setup) {
    for (int most : new int[] {10, 100, 1000, 100_000}) {
      String fits = "b," + "x".repeat(most - 2);
      CsvDialect dialect = COMMA.mostRecordBytes(most);
      for (String end : List.of("", "\n", "\r\n", "\nc,d\n")) {
        for (int batch : new int[] {0, 1, 64}) {
          CsvScan right = scan(setup, "a,a\n" + fits + end).dialect(dialect).batchBytes(batch);
          assertEquals(end.contains("c") ? 3 : 2, CsvOutcome.open(right).well().rows());
          CsvScan wrong =
              scan(setup, "a,a\n" + fits + "y" + end).dialect(dialect).batchBytes(batch);
          assertPlace(problem(wrong), Kind.RECORD_TOO_LONG, 2, 2);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aQuoteThatIsNotClosedInALargeFile(Setup setup) {
    String text = "a,b\n1,2\n3,\"4\n" + "5,6\n".repeat(2 * MEGA);
    CsvProblem problem = problem(scan(setup, text));
    assertPlace(problem, Kind.UNCLOSED_QUOTE, 3, 3);
    assertEquals(2, problem.column());
    assertEquals(10, problem.byteOffset());
    CsvScan strict = scan(setup, text).dialect(COMMA.mostRecordBytes(MEGA));
    assertPlace(problem(strict), Kind.RECORD_TOO_LONG, 3, 3);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aLoneQuoteAtEveryPlace(Setup setup) {
    String text = "a,b\n\"1\",2\r\n3,\"\"\"4\"\n";
    for (int at = 0; at <= text.length(); at++) {
      String damaged = text.substring(0, at) + '"' + text.substring(at);
      NaiveReader naive = NaiveReader.strings(new CsvText(damaged, COMMA, List.of()));
      CsvOutcome outcome = CsvOutcome.open(scan(setup, damaged));
      assertEquals(naive.problems().isEmpty(), outcome.failure() == null, damaged);
      if (outcome.failure() != null) {
        assertEquals(naive.problems().getFirst(), NaiveReader.Place.of(outcome.problem()), damaged);
      } else {
        assertEquals(naive.columns(false), outcome.columns(), damaged);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void zeros(Setup setup) {
    CsvOutcome outcome = CsvOutcome.open(scan(setup, "a\0,\0\n\0\0,\"\0\"\n")).well();
    assertEquals(
        List.of(List.of("a\0", "\0"), List.of("\0\0", "\0")), outcome.table(), "NUL is a byte");
    CsvOutcome.open(scan(setup, new byte[3 * MEGA])).well();
    CsvOutcome.open(scan(setup, new byte[100]).dialect(CsvDialect.detect())).well();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void manyLinesOfNothing(Setup setup) {
    for (String line : List.of("\n", "\r\n", "\r")) {
      String text = "a,b\n" + line.repeat(MEGA) + "1\n";
      assertPlace(problem(scan(setup, text)), Kind.TOO_FEW_FIELDS, MEGA + 2, 2);
      CsvDialect all = COMMA.skipEmptyLines(false);
      assertEquals(
          MEGA, CsvOutcome.open(scan(setup, line.repeat(MEGA)).dialect(all)).well().rows());
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void manyComments(Setup setup) {
    CsvDialect comments = COMMA.comment('#');
    String text = "a,b\n" + "# \"x\n".repeat(64 << 10) + "1\n";
    assertPlace(
        problem(scan(setup, text).dialect(comments)), Kind.TOO_FEW_FIELDS, (64 << 10) + 2, 2);
    Generated endless = new Generated("a,b\n#", "c", 300L * MEGA);
    CsvOutcome outcome =
        CsvOutcome.open(frugal(setup, CsvScan.of("memory", endless)).dialect(comments));
    if (outcome.failure() != null) {
      assertEquals(Kind.RECORD_TOO_LONG, outcome.problem().kind());
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aMillionColumns(Setup setup) {
    String record = "1,".repeat(MEGA - 1) + "2\n";
    CsvOutcome lists = CsvOutcome.records(scan(setup, record + record)).well();
    assertEquals(2, lists.rows());
    assertEquals(MEGA, ((List<?>) lists.columns().getFirst().get(1)).size());
    // A converter each is too much for little memory, but no more than that.
    CsvScan wide = scan(setup, record + record + "1\n").options(setup.options());
    CsvOutcome columns = CsvOutcome.open(wide);
    assertEquals(MEGA, columns.names().size());
    assertPlace(columns.problem(), Kind.TOO_FEW_FIELDS, 3, 3);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void otherEncodings(Setup setup) {
    byte[] latin = "a,b\nn,ü\n".getBytes(ISO_8859_1);
    CsvProblem problem = problem(scan(setup, latin));
    assertPlace(problem, Kind.INVALID_UTF8, 2, 2);
    assertEquals(2, problem.column());
    assertEquals(6, problem.byteOffset());
    CsvOutcome replaced =
        CsvOutcome.open(scan(setup, latin).dialect(COMMA.replaceMalformed(true))).well();
    assertEquals("\u00ef\u00bf\u00bd", replaced.columns().get(1).get(1), "U+FFFD as UTF-8");
    CsvOutcome known =
        CsvOutcome.open(scan(setup, latin).dialect(COMMA.charset(ISO_8859_1))).well();
    assertEquals("\u00c3\u00bc", known.columns().get(1).get(1));

    byte[] wide = "a,b\n1,ü\n".getBytes(UTF_16LE);
    CsvOutcome.open(scan(setup, wide).dialect(COMMA.charset(UTF_16LE))).well();
    byte[] cut = Arrays.copyOf(wide, wide.length - 1);
    CsvOutcome half = CsvOutcome.open(scan(setup, cut).dialect(COMMA.charset(UTF_16LE)));
    assertTrue(half.failure() != null, "half a character");
    assertPlace(problem(scan(setup, wide)), Kind.INVALID_UTF8, 2, 2);
  }
}
