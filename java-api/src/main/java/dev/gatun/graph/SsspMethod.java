package dev.gatun.graph;

/// Algorithm of a shortest-path search. The distances are the same with each.
public enum SsspMethod {
  /// Picked by size, weights and threads.
  AUTO,
  /// Dijkstra's algorithm, on one thread.
  DIJKSTRA,
  /// Delta-stepping, on all threads.
  DELTA_STEPPING
}
