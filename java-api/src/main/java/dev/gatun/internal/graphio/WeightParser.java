package dev.gatun.internal.graphio;

import dev.gatun.graph.WeightType;

/// Reads a weight written in any way, and widens the type of all weights when that is allowed and
/// needed.
final class WeightParser {
  private final WeightRule rule;
  private final EdgeBuffer edges;

  WeightParser(WeightRule rule, EdgeBuffer edges) {
    this.rule = rule;
    this.edges = edges;
  }

  /// The weight in a column, as [EdgeBuffer#weights] holds it.
  ///
  /// @throws dev.gatun.InputFormatException when it is none
  long parse(Fields fields, int column) {
    byte[] bytes = fields.bytes(column);
    int from = fields.from(column);
    int to = fields.to(column);
    if (edges.weightType().isInteger()) {
      if (Numbers.isLong(bytes, from, to)) {
        long value = Numbers.longValue(bytes, from, to);
        if (edges.weightType() == WeightType.INT64 || value == (int) value) {
          return value;
        }
        if (rule.allowsLong()) {
          edges.widen(WeightType.INT64);
          return value;
        }
      }
      if (!rule.allowsDouble() || !Numbers.isDecimal(bytes, from, to)) {
        throw fields.unexpected(expected(), column);
      }
    }
    if (!Numbers.isDecimal(bytes, from, to)) {
      throw fields.unexpected(expected(), column);
    }
    boolean single = rule.last() == WeightType.FLOAT32;
    double value = Numbers.decimalValue(bytes, from, to, single);
    if (Double.isInfinite(value)) {
      throw fields.unexpected(
          "a weight that " + (single ? "float" : "double") + " can hold", column);
    }
    if (edges.weightType().isInteger()) {
      edges.widen(WeightType.FLOAT64);
    }
    return Double.doubleToRawLongBits(value);
  }

  private String expected() {
    return switch (rule.last()) {
      case INT32 -> "a 32-bit integer as weight";
      case INT64 -> "a 64-bit integer as weight";
      default -> "a finite number as weight";
    };
  }
}
