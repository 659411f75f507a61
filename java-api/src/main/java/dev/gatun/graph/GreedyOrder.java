package dev.gatun.graph;

/// Which vertices choose first in a greedy algorithm. The degree of a vertex is the number of its
/// entries, loops and repeated edges included, in a directed graph of its out- and in-edges
/// together; n if it is more. Equals choose by ascending id.
public enum GreedyOrder {
  /// By ascending id.
  ID,
  /// By descending degree (Welsh and Powell): mostly fewer colours.
  LARGEST_FIRST,
  /// By ascending degree: mostly larger independent sets.
  SMALLEST_FIRST
}
