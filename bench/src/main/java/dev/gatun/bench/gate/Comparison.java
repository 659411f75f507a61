package dev.gatun.bench.gate;

import java.util.List;
import java.util.Map;

/// A finished comparison: what its reports are made of.
///
/// @param base name and commit of the base
/// @param head name and commit of the head
/// @param machine where it was measured
/// @param date when, in ISO form
/// @param seconds how long it took
public record Comparison(
    Build base,
    Build head,
    Rule rule,
    List<Series> all,
    Map<String, Object> machine,
    String date,
    long seconds) {
  /// A build.
  ///
  /// @param name what the caller called it
  /// @param commit its commit, empty when it is not known
  public record Build(String name, String commit) {
    /// The name, with the beginning of the commit when that is something else.
    String label() {
      String brief = commit.substring(0, Math.min(10, commit.length()));
      return commit.isEmpty() || commit.startsWith(name) ? name : name + " (" + brief + ")";
    }
  }

  Estimate estimate(Series series) {
    return series.estimate(rule.confidence(all.size()));
  }

  List<Series> failures() {
    return all.stream().filter(series -> series.verdict().fails()).toList();
  }

  boolean passed() {
    return failures().isEmpty();
  }

  List<Series> measured() {
    return all.stream().filter(series -> !series.rounds().isEmpty()).toList();
  }

  String summary() {
    List<String> names = failures().stream().map(series -> series.of().name()).toList();
    if (!names.isEmpty()) {
      return "FAILED: " + String.join(", ", names);
    }
    return "passed: no case of %d is certainly more than %.0f %% slower"
        .formatted(measured().size(), rule.threshold() * 100);
  }
}
