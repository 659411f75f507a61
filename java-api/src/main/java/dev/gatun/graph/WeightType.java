package dev.gatun.graph;

/// Type of edge weights.
public enum WeightType {
  /// Unweighted.
  NONE(0, true),
  /// 32-bit signed integers.
  INT32(4, true),
  /// 64-bit signed integers.
  INT64(8, true),
  /// 32-bit floating point.
  FLOAT32(4, false),
  /// 64-bit floating point.
  FLOAT64(8, false);

  private final int bytes;
  private final boolean integer;

  WeightType(int bytes, boolean integer) {
    this.bytes = bytes;
    this.integer = integer;
  }

  /// Bytes of one weight, 0 for [#NONE].
  public int bytes() {
    return bytes;
  }

  /// Whether sums of these weights are 64-bit integers; otherwise they are doubles. True for
  /// [#NONE], whose edges count 1.
  public boolean isInteger() {
    return integer;
  }
}
