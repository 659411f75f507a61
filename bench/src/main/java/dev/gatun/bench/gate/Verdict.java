package dev.gatun.bench.gate;

/// What is said of a case.
public enum Verdict {
  /// Certainly slower than the threshold allows: the gate fails.
  SLOWER("slower", true),
  /// Looks slower, but not certainly so by more than the threshold.
  UNSURE("perhaps slower", false),
  /// No slow-down that matters.
  SAME("same", false),
  /// Certainly faster.
  FASTER("faster", false),
  /// The benchmark is not in the base.
  ONLY_HEAD("new", false),
  /// The benchmark is not in the head.
  ONLY_BASE("gone", false),
  /// In neither of them.
  NEITHER("in neither", false),
  /// The benchmark throws in the base, so there is nothing to compare with.
  BASE_BROKEN("fails in base", false),
  /// The benchmark throws in the head only: the gate fails.
  HEAD_BROKEN("fails in head", true);

  private final String text;
  private final boolean fails;

  Verdict(String text, boolean fails) {
    this.text = text;
    this.fails = fails;
  }

  /// In a word or three.
  public String text() {
    return text;
  }

  /// Whether the gate fails for it.
  public boolean fails() {
    return fails;
  }
}
