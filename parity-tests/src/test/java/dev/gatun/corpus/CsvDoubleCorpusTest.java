package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Literals with the bits they are to have: those that other parsers were tested with and got
/// wrong.
class CsvDoubleCorpusTest {
  private static final CsvRules RULES = new CsvRules('"', '"', '.', 0, List.of());
  private static final String MISFIT = "reject";

  /// @param expected 16 hexadecimal digits, or `reject`
  private record Literal(String text, String expected) {}

  @TestFactory
  Stream<DynamicTest> doubles() {
    return Corpus.files(Corpus.folder("csv/doubles"), ".txt").stream()
        .map(file -> Named.test(file.getFileName().toString(), () -> check(literals(file))));
  }

  private static List<Literal> literals(Path file) {
    return Corpus.lines(file).stream()
        .map(line -> new Literal(line.substring(17), line.substring(0, 16)))
        .toList();
  }

  @Test
  void scalars() {
    Path file = Corpus.folder("csv/values").resolve("scalars.tsv");
    check(
        Corpus.lines(file).stream()
            .map(line -> line.split("\t"))
            .filter(row -> row[0].equals("double"))
            .map(row -> new Literal(row[1], row[2]))
            .toList());
  }

  private static void check(List<Literal> literals) {
    List<Setup> setups =
        Stream.concat(Stream.of(Setup.JAVA), Setup.natives().stream())
            .filter(setup -> setup.threads() == 1)
            .toList();
    for (Setup setup : setups) {
      List<String> actual = setup.run(run -> convert(setup, literals));
      for (int i = 0; i < literals.size(); i++) {
        Literal literal = literals.get(i);
        assertEquals(literal.expected, actual.get(i), () -> setup + ": " + literal.text);
      }
    }
  }

  private static List<String> convert(Setup setup, List<Literal> literals) {
    int rows = literals.size();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(new byte[CsvCells.SLACK]);
    int[] starts = new int[rows];
    int[] ends = new int[rows];
    for (int i = 0; i < rows; i++) {
      starts[i] = text.size();
      text.writeBytes(literals.get(i).text.getBytes(StandardCharsets.UTF_8));
      ends[i] = text.size();
      text.write('\n');
    }
    text.writeBytes(new byte[CsvCells.SLACK]);
    Arena arena = Arena.ofAuto();
    CsvCells cells =
        new CsvCells(
            arena.allocateFrom(ValueLayout.JAVA_BYTE, text.toByteArray()),
            arena.allocateFrom(ValueLayout.JAVA_INT, starts),
            arena.allocateFrom(ValueLayout.JAVA_INT, ends),
            rows,
            1);
    MemorySegment values = arena.allocate(8L * rows + CsvCells.SLACK, 8);
    MemorySegment bitmap = arena.allocate((rows + 63L) / 64 * 8, 8);
    CsvConverter converter = Kernels.CSV_DOUBLE.on(setup.engine()).open(RULES, false);
    converter.convert(cells, 0, values, bitmap, null);
    return Stream.iterate(0, i -> i < rows, i -> i + 1)
        .map(
            i ->
                (bitmap.get(ValueLayout.JAVA_BYTE, i / 8) >> i % 8 & 1) == 0
                    ? MISFIT
                    : String.format("%016X", values.getAtIndex(ValueLayout.JAVA_LONG, i)))
        .toList();
  }
}
