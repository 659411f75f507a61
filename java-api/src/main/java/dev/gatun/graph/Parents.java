package dev.gatun.graph;

/// Which tree a search returns beside the distances.
public enum Parents {
  /// None.
  NONE,
  /// Any valid tree: the fastest, and possibly another one each time with more than one thread.
  ANY,
  /// The smallest id that is one nearer to a source: the same on every engine and with any number
  /// of threads.
  SMALLEST
}
