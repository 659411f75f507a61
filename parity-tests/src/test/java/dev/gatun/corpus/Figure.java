package dev.gatun.corpus;

import java.util.Map;
import java.util.Objects;

/// Compares a figure of a manifest, as JSON has it, with one of ours.
final class Figure {
  private static final double TOLERANCE = 1e-9;

  private Figure() {}

  /// @param actual all figures of the node
  static boolean agree(String name, Object expected, Map<String, Object> actual) {
    if (!actual.containsKey(name)) {
      return false;
    }
    Object figure = actual.get(name);
    if (expected == null || figure == null) {
      return expected == figure;
    }
    if (figure instanceof Double number) {
      double wanted = toDouble(expected);
      double tolerance =
          name.equals("sumFinite") ? (double) actual.get("magnitudes") * TOLERANCE : 0;
      return wanted == number || Math.abs(wanted - number) <= tolerance;
    }
    // Whole numbers of any size, and text.
    return Objects.equals(expected.toString(), figure.toString());
  }

  private static double toDouble(Object figure) {
    if (figure instanceof Number number) {
      return number.doubleValue();
    }
    return switch ((String) figure) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case String other -> throw new AssertionError(other);
    };
  }
}
