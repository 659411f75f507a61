package dev.gatun.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvFormats;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvScan;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The corpus' single values of each type, as columns of one type.
class CsvValuesCorpusTest {
  private static final int MOST = 1 << 20;

  /// @param expected what [#read] makes of it: null for no value
  private record Value(String literal, Object expected) {}

  @TestFactory
  Stream<DynamicTest> doubles() {
    return cases(
        CsvManifest.Kind.DOUBLES,
        (one, setup) -> check("double", one.lines().stream().map(this::bits).toList(), setup));
  }

  @TestFactory
  Stream<DynamicTest> scalars() {
    return cases(
        CsvManifest.Kind.VALUES,
        (one, setup) -> {
          Map<String, List<String[]>> types =
              one.lines().stream()
                  .map(line -> line.split("\t"))
                  .collect(Collectors.groupingBy(line -> line[0]));
          for (var lines : types.entrySet()) {
            check(lines.getKey(), scalars(lines.getValue()), setup);
          }
        });
  }

  private interface Check {
    void of(CsvManifest one, Setup setup) throws Exception;
  }

  private static Stream<DynamicTest> cases(CsvManifest.Kind kind, Check check) {
    return CsvManifest.all().stream()
        .filter(one -> one.kind() == kind)
        .flatMap(
            one ->
                Corpus.setups().stream()
                    .map(setup -> Named.test(one + " on " + setup, () -> check.of(one, setup))));
  }

  /// The 16 hex digits of a double, a blank, and the literal.
  private Value bits(String line) {
    return new Value(line.substring(17), HexFormat.fromHexDigitsToLong(line, 0, 16));
  }

  private static List<Value> scalars(List<String[]> lines) throws IOException {
    List<Value> values = new ArrayList<>();
    for (String[] line : lines) {
      String literal = (String) JSON.std.anyFrom('"' + line[1] + '"');
      values.add(new Value(literal, line[2].equals("reject") ? null : expected(line)));
    }
    return values;
  }

  private static Object expected(String[] line) {
    return switch (line[0]) {
      case "double" -> HexFormat.fromHexDigitsToLong(line[2]);
      case "bool" -> line[2].equals("1");
      default -> Long.parseLong(line[2]);
    };
  }

  private static void check(String type, List<Value> values, Setup setup) {
    DataType wanted =
        type.equals("timestamp")
            ? new DataType.Timestamp(TimeUnit.MICROSECOND, "UTC")
            : CsvManifest.type(type);
    assertValues(values, type, read(values, Value::literal, wanted, setup));
    assertValues(
        values, type + " in quotes", read(values, v -> '"' + v.literal + '"', wanted, setup));
  }

  private static void assertValues(List<Value> expected, String what, List<Object> actual) {
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).expected, actual.get(i), what + ": " + expected.get(i).literal);
    }
  }

  /// One value a line; null where the line is rejected.
  private static List<Object> read(
      List<Value> values, Function<Value, String> cell, DataType type, Setup setup) {
    String text = values.stream().map(cell).collect(Collectors.joining("\n"));
    CsvScan scan =
        CsvScan.of("memory", new ByteArrayInputStream(text.getBytes(UTF_8)))
            .dialect(CsvDialect.rfc4180().delimiter('\t').header(CsvDialect.Header.ABSENT))
            .schema(new Schema(List.of(new Field("x", type, true)), Map.of()))
            .formats(CsvFormats.defaults().nulls(new String[0]))
            .rejects(MOST)
            .options(setup.options());
    CsvOutcome outcome = CsvOutcome.open(scan).well();
    Set<Long> rejected =
        outcome.rejects().stream().map(CsvProblem::line).collect(Collectors.toSet());
    List<Object> all = new ArrayList<>();
    int next = 0;
    for (long line = 1; line <= values.size(); line++) {
      all.add(rejected.contains(line) ? null : outcome.columns().getFirst().get(next++));
    }
    assertEquals(outcome.rows(), next, "rows");
    for (CsvProblem problem : outcome.rejects()) {
      assertEquals(CsvProblem.Kind.BAD_VALUE, problem.kind());
      assertEquals(
          cell.apply(values.get((int) problem.line() - 1)), problem.text(), "text of the problem");
    }
    return all;
  }
}
