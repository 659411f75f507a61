package dev.gatun.bench.gate;

import dev.gatun.bench.gate.Case.Variant;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Measures cases in one pair of JVMs after the other, until the rule has had enough of each.
final class Session {
  /// One of the two that are compared: a build, and which of a case's variants runs there.
  record Contender(Path jar, Function<Case, Variant> variant) {}

  private final Path folder;
  private final Contender base;
  private final Contender head;
  private final Rule rule;
  private final Pace pace;
  private final PrintStream progress;
  private String tier = "";

  Session(Path folder, Contender base, Contender head, Rule rule, Pace pace, PrintStream progress) {
    this.folder = folder;
    this.base = base;
    this.head = head;
    this.rule = rule;
    this.pace = pace;
    this.progress = progress;
  }

  /// Measures and decides.
  List<Series> run(List<Case> cases) throws IOException {
    List<Series> all = cases.stream().map(Series::new).toList();
    double confidence = rule.confidence(cases.size());
    List<Series> open = all;
    for (int round = 1; !open.isEmpty(); round++) {
      progress.println("pair of JVMs " + round + ": " + open.size() + " cases");
      round(open, round % 2 == 0);
      for (Series series : open) {
        Estimate estimate = series.estimate(confidence);
        if (series.isOpen() && !rule.goesOn(round, estimate)) {
          series.decide(rule.verdict(round, estimate));
        }
      }
      open = all.stream().filter(Series::isOpen).toList();
    }
    return all;
  }

  private void round(List<Series> open, boolean headFirst) throws IOException {
    // Who is started first changes: the second one may be given other memory, or another core.
    Side first = Side.start(folder, (headFirst ? head : base).jar);
    try (first;
        Side second = Side.start(folder, (headFirst ? base : head).jar)) {
      Side baseSide = headFirst ? second : first;
      Side headSide = headFirst ? first : second;
      tier = headSide.tier();
      Duel duel = new Duel(baseSide, headSide, pace);
      for (Series series : open) {
        Case one = series.of();
        series.add(duel.run(base.variant.apply(one), head.variant.apply(one)));
      }
    }
  }

  /// The CPU tier of the head's kernels.
  String tier() {
    return tier;
  }
}
