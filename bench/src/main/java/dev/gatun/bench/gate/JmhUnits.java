package dev.gatun.bench.gate;

import java.util.Map;

/// Scores of JMH's JSON in nanoseconds an operation.
final class JmhUnits {
  private JmhUnits() {}

  /// @param metric a `primaryMetric`
  static double nanos(Map<?, ?> metric) {
    String unit = (String) Results.member(metric, "scoreUnit");
    double score = Results.number(metric, "score");
    return switch (unit) {
      case "ns/op" -> score;
      case "us/op" -> score * 1e3;
      case "ms/op" -> score * 1e6;
      case "s/op" -> score * 1e9;
      case "ops/ns" -> 1 / score;
      case "ops/us" -> 1e3 / score;
      case "ops/ms" -> 1e6 / score;
      case "ops/s" -> 1e9 / score;
      default -> throw new IllegalArgumentException("unknown unit " + unit);
    };
  }
}
