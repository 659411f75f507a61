package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.InputSource;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Types of less than 64 bits hold what fits and nothing else.
class CsvNarrowTypesTest {
  static List<Setup> engines() {
    return Setup.engines();
  }

  private static CsvScan scan(Setup setup, List<String> cells, DataType type) {
    StringBuilder text = new StringBuilder("id,n\n");
    IntStream.range(0, cells.size())
        .forEach(i -> text.append(i).append(',').append(cells.get(i)).append('\n'));
    return CsvScan.of(InputSource.of("text", text.toString().getBytes(ISO_8859_1)))
        .dialect(CsvDialect.rfc4180())
        .type("n", type)
        .options(setup.options());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void integersInAndOutOfRange(Setup setup) {
    for (int bits : new int[] {8, 16, 32}) {
      for (boolean signed : new boolean[] {false, true}) {
        BigInteger span = BigInteger.ONE.shiftLeft(bits);
        BigInteger least = signed ? span.shiftRight(1).negate() : BigInteger.ZERO;
        BigInteger most = least.add(span).subtract(BigInteger.ONE);
        List<String> cells =
            List.of(
                "" + least,
                "" + least.subtract(BigInteger.ONE),
                "",
                "x",
                "" + most.add(BigInteger.ONE),
                "1" + "0".repeat(30),
                "" + most);
        CsvScan scan = scan(setup, cells, new DataType.Int(bits, signed)).rejects(10);
        for (int bytes : new int[] {0, 1}) {
          for (CsvOutcome outcome :
              List.of(
                  CsvOutcome.read(scan.batchBytes(bytes)),
                  CsvOutcome.open(scan.batchBytes(bytes)))) {
            String what = setup + ", " + bits + ", " + signed + ": " + outcome;
            List<String> values =
                outcome.well().columns().get(1).stream().map(String::valueOf).toList();
            assertEquals(List.of("" + least, "null", "" + most), values, what);
            assertEquals(
                List.of(cells.get(1), "x", cells.get(4), cells.get(5)),
                outcome.rejects().stream().map(CsvProblem::text).toList(),
                what);
            assertEquals(
                List.of(3L, 5L, 6L, 7L),
                outcome.rejects().stream().map(CsvProblem::line).toList(),
                what);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theFirstOutOfRangeEndsTheScan(Setup setup) {
    List<String> cells = new ArrayList<>(Arrays.asList(new String[3000]));
    cells.replaceAll(_ -> "7");
    cells.set(1000, "-129");
    cells.set(2000, "128");
    CsvScan scan = scan(setup, cells, new DataType.Int(8, true));
    CsvOutcome open = CsvOutcome.open(scan);
    assertEquals(1000, open.rows());
    for (CsvOutcome outcome : List.of(open, CsvOutcome.read(scan))) {
      CsvProblem problem = outcome.problem();
      assertEquals(CsvProblem.Kind.BAD_VALUE, problem.kind());
      assertEquals("-129", problem.text());
      assertEquals(1002, problem.line());
      assertEquals("n", problem.columnName());
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void floatsAreRounded(Setup setup) {
    List<String> cells = List.of("0.1", "1e300", "-1e-300", "", "NaN", "16777217");
    CsvOutcome outcome = CsvOutcome.read(scan(setup, cells, new DataType.FloatingPoint(32))).well();
    List<Float> expected =
        Arrays.asList(0.1f, Float.POSITIVE_INFINITY, -0.0f, null, Float.NaN, 16777216f);
    assertEquals(
        expected,
        outcome.columns().get(1).stream()
            .map(bits -> bits == null ? null : Float.intBitsToFloat(((Number) bits).intValue()))
            .toList());
  }

  @Test
  void typesThatAreNotRead() {
    CsvScan scan = CsvScan.of(InputSource.of("text", new byte[0]));
    for (DataType type :
        List.of(
            new DataType.Int(64, false),
            new DataType.Int(7, true),
            new DataType.Int(128, true),
            new DataType.FloatingPoint(16),
            new DataType.FloatingPoint(80),
            new DataType.Decimal(9, 2, 64),
            new DataType.Decimal(0, 0, 128),
            new DataType.Decimal(39, 2, 128),
            new DataType.Decimal(5, 6, 128),
            new DataType.Decimal(5, -1, 128),
            new DataType.Binary(),
            new DataType.Dictionary(new DataType.Date()))) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> scan.type("n", type), type::toString);
      assertTrue(String.valueOf(e.getMessage()).startsWith("column n: no "), e::getMessage);
      Schema schema = new Schema(List.of(new Field("n", type, true)), Map.of());
      assertThrows(IllegalArgumentException.class, () -> scan.schema(schema), type::toString);
    }
  }
}
