package dev.gatun.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.InputSource;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.support.Setup;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A record that is left out does not decide what the types of the others are.
class CsvRejectedTypesTest {
  private static final DataType INTEGER = new DataType.Int(64, true);
  private static final DataType REAL = new DataType.FloatingPoint(64);

  static List<Setup> engines() {
    return Setup.engines();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void forAColumnThatWasAskedFor(Setup setup) {
    CsvScan scan = scan(setup, "a,b\n1,1\nx,junk\n3,3\n").type("a", INTEGER);
    assertTypes(List.of(INTEGER, INTEGER), CsvProblem.Kind.BAD_VALUE, scan);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void forBytesThatAreNotUtf8(Setup setup) {
    CsvScan scan = scan(setup, "a\n1\n\u00ff\n2.5\n");
    assertTypes(List.of(REAL), CsvProblem.Kind.INVALID_UTF8, scan);
  }

  private static CsvScan scan(Setup setup, String text) {
    return CsvScan.of(InputSource.of("text", text.getBytes(ISO_8859_1)))
        .dialect(CsvDialect.rfc4180())
        .options(setup.options())
        .rejects(1);
  }

  private static void assertTypes(List<DataType> types, CsvProblem.Kind kind, CsvScan scan) {
    for (int bytes : new int[] {0, 1, 4, 9}) {
      try (CsvTable table = scan.batchBytes(bytes).read()) {
        assertEquals(types, types(table.schema()));
        assertEquals(2, table.rowCount());
        assertEquals(List.of(kind), table.rejects().stream().map(CsvProblem::kind).toList());
      }
      try (CsvReader reader = scan.batchBytes(bytes).open()) {
        assertEquals(types, types(reader.schema()));
      }
    }
  }

  private static List<DataType> types(Schema schema) {
    return schema.fields().stream().map(Field::type).toList();
  }
}
