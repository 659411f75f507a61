package dev.gatun.bench.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The speed-ups of `bench/baseline.json`, of one CPU tier.
///
/// @param entries by the name of the case; empty when nobody has measured this tier
record Baseline(Map<String, Entry> entries) {
  /// What a case is held to.
  ///
  /// @param speedup Java's time divided by the native kernel's
  /// @param tolerance the part of it that may be lost
  record Entry(double speedup, double tolerance) {
    double least() {
      return speedup * (1 - tolerance);
    }
  }

  /// What another machine of the same tier may differ by: cores differ in how they do with each of
  /// the two engines, and so do releases of the JDK.
  private static final double TOLERANCE = 0.35;

  static Baseline read(Path file, String tier) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (Files.exists(file) && Results.read(file).get(tier) instanceof Map<?, ?> of) {
      ((Map<?, ?>) Results.member(of, "cases"))
          .forEach(
              (name, values) ->
                  entries.put(
                      (String) name,
                      new Entry(
                          Results.number((Map<?, ?>) values, "speedup"),
                          Results.number((Map<?, ?>) values, "tolerance"))));
    }
    return new Baseline(entries);
  }

  @Nullable Entry of(Case one) {
    return entries.get(one.name());
  }

  /// Puts what was measured in the place of the tier's entries; cases that were not measured keep
  /// theirs. What the measurement itself was unsure of is added to the tolerance.
  static void update(
      Path file, Map<String, Object> machine, String commit, String date, Map<String, Estimate> of)
      throws IOException {
    String tier = (String) Results.member(machine, "tier");
    Map<String, Object> all = new TreeMap<>(Files.exists(file) ? Results.read(file) : Map.of());
    Map<String, Entry> entries = new LinkedHashMap<>(read(file, tier).entries);
    of.forEach(
        (name, estimate) -> {
          double unsure = Math.min(0.35, 1 - estimate.lower() / estimate.ratio());
          entries.put(name, new Entry(estimate.ratio(), TOLERANCE + unsure));
        });
    Map<String, Object> cases = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("speedup", Results.brief(entry.speedup, 3));
          values.put("tolerance", Results.brief(entry.tolerance, 2));
          cases.put(name, values);
        });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("commit", commit);
    json.put("date", date);
    json.put("machine", machine);
    json.put("cases", cases);
    all.put(tier, json);
    Results.write(file, all);
  }
}
