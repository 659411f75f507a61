package dev.gatun.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.arrow.DataType;
import dev.gatun.support.CsvOutcome;
import dev.gatun.support.Setup;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A table of a stream whose types turn out wider at its end: what was read is kept and read again.
class CsvStreamWideningTest {
  private static final int ROWS = 600_000; // more than a piece of what is kept

  static List<Setup> engines() {
    return Setup.engines();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theTableIsThatOfAFile(Setup setup) {
    String text = "n,s\n" + "12,abc\n".repeat(ROWS) + "0.5,end\n";
    InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    CsvOutcome outcome =
        CsvOutcome.read(CsvScan.of("stream", stream).options(setup.options())).well();
    assertEquals(List.of(new DataType.FloatingPoint(64), new DataType.Utf8()), outcome.types());
    assertEquals(ROWS + 1, outcome.rows());
    List<Object> numbers = outcome.columns().getFirst();
    assertEquals(Double.doubleToLongBits(12), numbers.getFirst());
    assertEquals(
        ROWS, numbers.stream().filter(number -> number.equals(numbers.getFirst())).count());
    assertEquals(Double.doubleToLongBits(0.5), numbers.getLast());
    assertEquals("end", outcome.columns().getLast().getLast());
  }
}
