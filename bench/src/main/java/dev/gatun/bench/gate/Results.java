package dev.gatun.bench.gate;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Results as JSON.
final class Results {
  private static final int DIGITS = 5;

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

  static Map<String, Object> ofRatios(
      List<Series> all, Map<String, Object> machine, String commit, String date) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "ratios");
    json.put("date", date);
    json.put("machine", machine);
    json.put("commit", commit);
    List<Map<String, Object>> cases = new ArrayList<>();
    for (Series series : all) {
      if (!series.rounds().isEmpty()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kernel", series.of().kernel());
        one.put("name", series.of().name());
        one.put("nativeNanos", brief(series.baseNanos()));
        one.put("javaNanos", brief(series.headNanos()));
        one.put("speedup", brief(series.estimate(0.95).ratio()));
        cases.add(one);
      }
    }
    json.put("cases", cases);
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

  static Object brief(double value) {
    return brief(value, DIGITS);
  }

  /// So many digits that count; `"none"` for what JSON has no number for.
  static Object brief(double value, int digits) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros()
        : "none";
  }

  static void write(Path file, Object json) throws IOException {
    JSON writer = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
    Files.writeString(file, writer.asString(json) + "\n");
  }

  static Map<String, Object> read(Path file) throws IOException {
    return JSON.std.mapFrom(Files.readString(file));
  }

  /// A member that must be there.
  ///
  /// @throws IllegalArgumentException when it is not
  static Object member(Map<?, ?> object, String name) {
    Object value = object.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the JSON has no \"" + name + "\"");
    }
    return value;
  }

  static double number(Map<?, ?> object, String name) {
    return ((Number) member(object, name)).doubleValue();
  }
}
