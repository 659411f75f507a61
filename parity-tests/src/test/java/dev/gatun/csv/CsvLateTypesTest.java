package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.arrow.Field;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import dev.gatun.support.TextFile;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Columns whose cells are of one type for long, and then of another: every pair of types in a
/// column of its own.
class CsvLateTypesTest {
  private static final List<String> CELLS =
      List.of(
          "",
          "true",
          "12",
          "-7",
          "007",
          "9007199254740993",
          "12345678901234567890",
          "1.5",
          "1e3",
          "NaN",
          "2026-11-21",
          "2026-11-21 12:34:56",
          "2026-11-21T12:34:56.789",
          "0001-01-01 00:00:00",
          "2026-11-21T12:34:56.000001Z",
          "2026-11-21T12:34:56+01:00",
          "12:34",
          "12:34:56.000000001",
          "text",
          "\"quoted, text\"");

  private static final int EARLY_ROWS = 2500;
  private static final int LATE_ROWS = 3;
  private static final int MANY = 1 << 20;

  private static final CsvDialect DIALECT = CsvDialect.rfc4180().header(CsvDialect.Header.ABSENT);

  private static TextFile file;
  private static CsvText text;
  private static CsvScan scan;

  /// Early rows, some late ones, and early ones again.
  @BeforeAll
  static void write() {
    List<String> early = new ArrayList<>();
    List<String> late = new ArrayList<>();
    for (String first : CELLS) {
      for (String then : CELLS) {
        early.add(first);
        late.add(then);
      }
    }
    String before = String.join(",", early) + "\n";
    String after = String.join(",", late) + "\r\n";
    String all = before.repeat(EARLY_ROWS) + after.repeat(LATE_ROWS) + before.repeat(LATE_ROWS);
    text = new CsvText(all, DIALECT, List.of());
    file = new TextFile(".csv");
    scan = CsvScan.of(file.write(text.bytes())).dialect(DIALECT);
  }

  @AfterAll
  static void delete() {
    file.close();
  }

  static List<Setup> engines() {
    return Setup.engines();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void widened(Setup setup) {
    CsvScan mine = scan.options(setup.options());
    CsvLayout layout = mine.inspect();
    assertFalse(layout.complete(), "the text is too short to show anything");
    assertTrue(layout.rows() > 0 && layout.rows() <= EARLY_ROWS, layout::toString);
    NaiveReader expected = NaiveReader.inferred(text, CsvFormats.defaults());
    assertSame(expected, CsvOutcome.read(mine));
    assertSame(expected, CsvOutcome.open(mine));
    assertSame(expected, CsvOutcome.read(mine.batchBytes(10_000).rejects(MANY)));
  }

  private static void assertSame(NaiveReader expected, CsvOutcome actual) {
    actual.well();
    List<List<Object>> columns = expected.columns(false);
    for (int i = 0; i < columns.size(); i++) {
      String pair = CELLS.get(i / CELLS.size()) + " then " + CELLS.get(i % CELLS.size());
      assertEquals(expected.types().get(i), actual.types().get(i), pair);
      for (int row = 0; row < columns.get(i).size(); row++) {
        if (row == 0 || row >= EARLY_ROWS - 1) {
          assertEquals(columns.get(i).get(row), actual.columns().get(i).get(row), pair);
        }
      }
      assertEquals(columns.get(i), actual.columns().get(i), pair);
    }
    assertEquals(List.of(), actual.rejects());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theFirstMisfitIsNamed(Setup setup) {
    CsvScan mine = scan.options(setup.options()).lateTypes(LateTypes.FAIL);
    List<Field> early = mine.inspect().schema().fields();
    NaiveReader expected =
        NaiveReader.typed(new CsvText(text.text(), DIALECT, early), CsvFormats.defaults());
    NaiveReader.Place first = expected.problems().getFirst();
    assertEquals(EARLY_ROWS + 1, first.line());
    CsvOutcome open = CsvOutcome.open(mine);
    assertEquals(first, NaiveReader.Place.of(open.problem()));
    assertEquals(EARLY_ROWS, open.rows());
    assertEquals(first, NaiveReader.Place.of(CsvOutcome.read(mine).problem()));

    for (int bytes : new int[] {100, 10_000, 8 << 20}) {
      assertEquals(open, CsvOutcome.open(mine.batchBytes(bytes)), bytes + " bytes a batch");
    }

    CsvOutcome rejecting = CsvOutcome.open(mine.rejects(MANY)).well();
    assertEquals(
        expected.problems(), rejecting.rejects().stream().map(NaiveReader.Place::of).toList());
    assertEquals(EARLY_ROWS + LATE_ROWS, rejecting.rows());
  }

  /// A stream cannot be read again.
  @ParameterizedTest
  @MethodSource("engines")
  void streamsFail(Setup setup) {
    CsvScan stream =
        CsvScan.of("memory", new ByteArrayInputStream(text.bytes()))
            .dialect(DIALECT)
            .options(setup.options());
    CsvOutcome outcome = CsvOutcome.open(stream);
    assertEquals(CsvProblem.Kind.BAD_VALUE, outcome.problem().kind());
    assertEquals(EARLY_ROWS + 1, outcome.problem().line());
    assertEquals(EARLY_ROWS, outcome.rows());
  }

  /// Types that are asked for are not widened.
  @ParameterizedTest
  @MethodSource("engines")
  void typesAskedForStay(Setup setup) {
    byte[] doc = ("1,2\n".repeat(MANY) + "1,x\n" + "1.5,3\n").getBytes(UTF_8);
    try (TextFile other = new TextFile(".csv")) {
      CsvScan asked =
          CsvScan.of(other.write(doc))
              .dialect(DIALECT)
              .type("column_2", new dev.gatun.arrow.DataType.Int(32, true))
              .options(setup.options());
      for (CsvOutcome outcome : List.of(CsvOutcome.open(asked), CsvOutcome.read(asked))) {
        assertEquals(MANY + 1, outcome.problem().line());
        assertEquals(2, outcome.problem().column());
      }
      CsvOutcome rejecting = CsvOutcome.read(asked.rejects(1)).well();
      assertEquals(
          List.of(
              new dev.gatun.arrow.DataType.FloatingPoint(64),
              new dev.gatun.arrow.DataType.Int(32, true)),
          rejecting.types());
      assertEquals(Double.doubleToLongBits(1.5), rejecting.columns().getFirst().getLast());
      assertEquals(
          IntStream.of(MANY + 1).boxed().toList(),
          rejecting.rejects().stream().map(problem -> (int) problem.line()).toList());
    }
  }
}
