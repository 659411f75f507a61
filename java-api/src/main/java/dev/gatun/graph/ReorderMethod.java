package dev.gatun.graph;

/// What a new order of vertices goes by. Vertices that it does not tell apart keep their order.
/// Degrees are out-degrees.
public enum ReorderMethod {
  /// By degree, highest first.
  DEGREE,
  /// Vertices of more than average degree first, by degree, highest first; then all others. Source:
  /// V. Balaji, B. Lucia, When is Graph Reordering an Optimization?, IISWC 2018.
  HUB_SORT,
  /// Vertices of more than average degree first; then all others. Source: as above.
  HUB_CLUSTER,
  /// By groups of degrees, highest first: from 32, 16, 8, 4, 2, 1 and 1/2 times the average up, and
  /// the rest. Source: P. Faldu, J. Diamond, B. Grot, A Closer Look at Lightweight Graph
  /// Reordering, IISWC 2019.
  DEGREE_GROUP,
  /// Reverse Cuthill-McKee: breadth-first from a far end of each component, neighbours by ascending
  /// degree, the whole turned round. For undirected graphs. Sources: E. Cuthill, J. McKee, Reducing
  /// the Bandwidth of Sparse Symmetric Matrices, ACM National Conference 1969; A. George, J. Liu,
  /// An Implementation of a Pseudoperipheral Node Finder, ACM TOMS 5(3), 1979.
  CUTHILL_MCKEE
}
