package dev.gatun.internal.parquet.filter;

/// What is known, without looking at them, of how many rows pass.
public enum Verdict {
  /// No row does.
  NONE,
  /// Some may and some may not.
  SOME,
  /// Every row does.
  ALL;

  /// Of rows that pass both of two tests.
  public Verdict and(Verdict other) {
    return this == NONE || other == NONE ? NONE : this == ALL ? other : other == ALL ? this : SOME;
  }

  /// Of rows that pass either of two tests.
  public Verdict or(Verdict other) {
    return this == ALL || other == ALL ? ALL : this == NONE ? other : other == NONE ? this : SOME;
  }

  /// When both are known of the same rows and test.
  public Verdict refine(Verdict other) {
    return this == SOME ? other : this;
  }
}
