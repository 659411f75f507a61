package dev.gatun.bench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// What was measured of one case so far.
public final class Series {
  /// The iterations in one pair of JVMs.
  ///
  /// @param base nanoseconds an operation
  /// @param head the same of the other, iteration by iteration
  public record Round(double[] base, double[] head) {}

  private final Case of;
  private final List<Round> rounds = new ArrayList<>();
  private @Nullable Verdict verdict;
  private String trouble = "";

  Series(Case of) {
    this.of = of;
  }

  /// The case.
  public Case of() {
    return of;
  }

  /// By pair of JVMs.
  public List<Round> rounds() {
    return rounds;
  }

  void add(Duel.Outcome outcome) {
    if (outcome.ran()) {
      rounds.add(new Round(outcome.base(), outcome.head()));
      return;
    }
    verdict = outcome.obstacle();
    trouble = verdict == Verdict.HEAD_BROKEN ? outcome.headEnd() : outcome.baseEnd();
  }

  void decide(Verdict verdict) {
    this.verdict = verdict;
  }

  boolean isOpen() {
    return verdict == null;
  }

  /// What is said of it.
  public Verdict verdict() {
    return verdict == null ? Verdict.UNSURE : verdict;
  }

  /// Why it was not measured, when it was not.
  public String trouble() {
    return trouble;
  }

  /// How much longer the head takes.
  Estimate estimate(double confidence) {
    List<Double> logs =
        rounds.stream().map(round -> Estimate.logRatio(round.base, round.head)).toList();
    return Estimate.of(logs, confidence);
  }

  /// The median of the base in nanoseconds an operation, NaN when it was not measured.
  public double baseNanos() {
    return Estimate.median(
        rounds.stream().flatMapToDouble(round -> DoubleStream.of(round.base)).toArray());
  }

  /// The median of the head.
  public double headNanos() {
    return Estimate.median(
        rounds.stream().flatMapToDouble(round -> DoubleStream.of(round.head)).toArray());
  }
}
