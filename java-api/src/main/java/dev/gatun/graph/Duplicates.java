package dev.gatun.graph;

/// What becomes of edges that are given more than once.
public enum Duplicates {
  /// All are kept, as parallel edges.
  KEEP,
  /// One is kept, with the weight of the first in input order.
  FIRST,
  /// One is kept, with the sum of the weights, added in input order. An integer sum that does not
  /// fit its type is an [ArithmeticException].
  SUM,
  /// One is kept, with the least weight. NaN counts as less than any number.
  MIN,
  /// One is kept, with the greatest weight. NaN counts as greater than any number.
  MAX
}
