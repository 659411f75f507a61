package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The figures of a column that the manifest has.
final class CsvFigures {
  private static final double TOLERANCE = 1e-9;

  private CsvFigures() {}

  /// @param values as [dev.gatun.support.ArrowValues] has them
  static void check(Map<String, Object> expected, String name, List<Object> values) {
    assertEquals(expected.get("name"), name);
    List<Object> present = values.stream().filter(Objects::nonNull).toList();
    assertEquals(expected.get("nonnull"), present.size(), name + ": values");
    switch ((String) expected.get("type")) {
      case "double" -> {
        double sum =
            present.stream().mapToDouble(bits -> Double.longBitsToDouble((long) bits)).sum();
        double wanted = ((Number) expected.get("sum")).doubleValue();
        assertEquals(wanted, sum, Math.abs(wanted) * TOLERANCE, name);
      }
      case "string" ->
          assertEquals(
              number(expected, "bytes"),
              present.stream().mapToLong(text -> ((String) text).length()).sum(),
              name);
      case "bool" ->
          assertEquals(
              number(expected, "sum"), present.stream().filter(Boolean.TRUE::equals).count(), name);
      default ->
          assertEquals(
              number(expected, "sum"),
              present.stream().mapToLong(value -> (long) value).sum(),
              name);
    }
  }

  private static long number(Map<String, Object> expected, String name) {
    return ((Number) expected.get(name)).longValue();
  }
}
