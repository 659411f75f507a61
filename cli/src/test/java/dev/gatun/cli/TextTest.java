package dev.gatun.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables, JSON, quantities, progress: what results look like.
final class TextTest {

  private static String print(Table table) {
    StringWriter out = new StringWriter();
    table.print(new PrintWriter(out, true));
    return Cli.text(out);
  }

  @Test
  void numbersStandRightTextLeft() {
    Table table = new Table("vertex", "out_degree", "note", "share");
    table.add(new VertexId("Zürich"), 1234567, null, 0.25);
    table.add(new VertexId("Rome"), 8, "x\u001b[2J", 12.0);
    assertEquals(
        """
        vertex  out degree  note        share
        Zürich   1,234,567  -            0.25
        Rome             8  x\\u001b[2J     12
        """,
        print(table));
  }

  @Test
  void numericIdsStandRightWithoutGrouping() {
    Table table = new Table("vertex", "ok", "ms");
    table.add(new VertexId(1234567L), true, new BigDecimal("1.0"));
    table.add(new VertexId(7L), false, new BigDecimal("12.5"));
    assertEquals(
        """
         vertex  ok     ms
        1234567  yes   1.0
              7  no   12.5
        """,
        print(table));
  }

  @Test
  void rowsHaveAllColumns() {
    assertThrows(IllegalArgumentException.class, () -> new Table("a", "b").add(1));
  }

  @Test
  void jsonIsReadBackAsWritten() throws Exception {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", "quote \" backslash \\ newline \n tab \t bell \u0007 ü 😀");
    object.put("numbers", List.of(1, -2L, 0.5, new BigDecimal("12.0")));
    object.put("flag", true);
    object.put("nothing", null);
    object.put("empty", List.of());
    object.put("object", Map.of());
    Map<String, Object> read = JSON.std.mapFrom(Json.write(object));
    assertEquals(List.copyOf(object.keySet()), List.copyOf(read.keySet()));
    assertEquals(object.get("text"), read.get("text"));
    assertEquals("[1, -2, 0.5, 12.0]", read.get("numbers").toString());
    assertEquals(true, read.get("flag"));
    assertEquals(null, read.get("nothing"));
    assertEquals(List.of(), read.get("empty"));
    assertEquals(Map.of(), read.get("object"));
  }

  @Test
  void jsonNumbersThatReadersWouldRoundAreStrings() {
    long exact = 1L << 53;
    List<Object> numbers = new ArrayList<>(List.of(exact, exact + 1, -exact, -exact - 1));
    numbers.add(new VertexId(Long.MAX_VALUE));
    numbers.add(Double.NaN);
    numbers.add(Double.POSITIVE_INFINITY);
    assertEquals(
        "[9007199254740992, \"9007199254740993\", -9007199254740992, \"-9007199254740993\","
            + " \"9223372036854775807\", null, null]",
        Json.write(numbers));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.00 kB",
    "57300000, 57.3 MB",
    "999600, 1.00 MB",
    "2147483648, 2.15 GB",
    "9223372036854775807, 9.22 EB"
  })
  void bytes(long value, String text) {
    assertEquals(text, Units.bytes(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "870, 0.870 ms",
    "9996, 10.0 ms",
    "12345, 12.3 ms",
    "999600, 1.00 s",
    "61500000, 61.5 s",
    "125000000, 2 min 5 s"
  })
  void durations(long micros, String text) {
    assertEquals(text, Units.duration(Duration.ofNanos(micros * 1000)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1234567, '1,234,567'",
    "0.1, 0.1",
    "0.0123456789, 0.0123457",
    "1.5e-10, 1.50000e-10",
    "123456.789, 123457",
    "-2.5, -2.5",
    "1e300, 1.00000e+300",
    "NaN, NaN",
    "Infinity, infinity"
  })
  void numbers(double value, String text) {
    assertEquals(text, Units.number(value));
  }

  @Test
  void ratesAndShares() {
    assertEquals("500 MB/s", Units.rate(50_000_000, Duration.ofMillis(100)));
    assertEquals("0 B/s", Units.rate(0, Duration.ZERO));
    assertEquals("33.3 %", Units.percent(1, 3));
    assertEquals("100 %", Units.percent(3, 3));
    assertEquals("0 %", Units.percent(0, 3));
    assertEquals("0 %", Units.percent(0, 0));
  }

  @Test
  void topIsOrderedByValueThenId() {
    int[] values = {3, 9, 1, 9, 3};
    Top.ByValue byValue = (a, b) -> Integer.compare(values[a], values[b]);
    assertArrayEquals(new int[] {1, 3, 0}, Top.largest(5, 3, _ -> true, byValue));
    assertArrayEquals(new int[] {1, 3, 0, 4, 2}, Top.largest(5, 9, _ -> true, byValue));
    assertArrayEquals(new int[] {3, 4}, Top.largest(5, 2, v -> v > 1, byValue));
    assertArrayEquals(new int[0], Top.largest(5, 0, _ -> true, byValue));
  }

  @Test
  void progressFitsALine() {
    String line = Progress.line("reading edges.csv", 1, 4, Duration.ofMillis(3200));
    assertTrue(line.startsWith("reading edges.csv "), line);
    assertTrue(line.endsWith(" █████░░░░░░░░░░░░░░░  25 %  3 s"), line);
    String longest = Progress.line("x".repeat(200), 9, 1, Duration.ofHours(9));
    assertTrue(longest.length() < 80, longest);
    assertTrue(longest.contains("… ████████████████████ 100 %"), longest);
    assertEquals("waiting", Progress.line("waiting", 5, 0, Duration.ZERO).split(" {2,}")[0]);
  }
}
