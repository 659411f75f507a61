package dev.gatun.bench.gate;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Results as JSON.
final class Results {
  private static final MathContext DIGITS = new MathContext(5);

  private Results() {}

  static Map<String, Object> of(Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "compare");
    json.put("date", comparison.date());
    json.put("seconds", comparison.seconds());
    json.put("machine", comparison.machine());
    json.put("base", build(comparison.base()));
    json.put("head", build(comparison.head()));
    json.put("passed", comparison.passed());
    json.put("threshold", comparison.rule().threshold());
    json.put("confidence", comparison.rule().confidence(comparison.all().size()));
    json.put("cases", comparison.all().stream().map(s -> series(comparison, s)).toList());
    return json;
  }

  private static Map<String, Object> build(Comparison.Build build) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", build.name());
    json.put("commit", build.commit());
    return json;
  }

  private static Map<String, Object> series(Comparison comparison, Series series) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kernel", series.of().kernel());
    json.put("name", series.of().name());
    json.put("verdict", series.verdict().text());
    if (!series.rounds().isEmpty()) {
      Estimate estimate = comparison.estimate(series);
      json.put("baseNanos", brief(series.baseNanos()));
      json.put("headNanos", brief(series.headNanos()));
      json.put("ratio", brief(estimate.ratio()));
      json.put("lower", brief(estimate.lower()));
      json.put("upper", brief(estimate.upper()));
      json.put("rounds", series.rounds().stream().map(Results::round).toList());
    }
    return json;
  }

  private static Map<String, Object> round(Series.Round round) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("base", brief(round.base()));
    json.put("head", brief(round.head()));
    return json;
  }

  private static List<Object> brief(double[] values) {
    return Arrays.stream(values).mapToObj(Results::brief).toList();
  }

  /// Five digits that count; null for what JSON has no number for.
  static Object brief(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS) : "none";
  }

  static void write(Path file, Object json) throws IOException {
    JSON writer = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
    Files.writeString(file, writer.asString(json) + "\n");
  }

  static Map<String, Object> read(Path file) throws IOException {
    return JSON.std.mapFrom(Files.readString(file));
  }
}
