package dev.gatun.internal.graphio;

import dev.gatun.graph.WeightType;

/// Which types the weights of an input may take: `first` to begin with, and wider ones up to `last`
/// when a weight does not fit.
record WeightRule(WeightType first, WeightType last) {
  /// Decided by the data.
  static final WeightRule AUTO = new WeightRule(WeightType.INT32, WeightType.FLOAT64);

  static final WeightRule NONE = exactly(WeightType.NONE);

  static WeightRule exactly(WeightType type) {
    return new WeightRule(type, type);
  }

  /// Whether weights may become 64-bit integers.
  boolean allowsLong() {
    return last == WeightType.INT64 || this.equals(AUTO);
  }

  /// Whether integer weights may become doubles.
  boolean allowsDouble() {
    return last == WeightType.FLOAT64;
  }
}
