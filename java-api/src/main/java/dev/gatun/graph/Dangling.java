package dev.gatun.graph;

/// Where PageRank sends the rank of vertices without an out-edge to follow.
public enum Dangling {
  /// To where random jumps go: uniform, or the personalisation vector. As NetworkX and igraph do.
  TELEPORT,
  /// To all vertices alike, also with a personalisation vector.
  UNIFORM,
  /// To the vertex itself.
  SELF,
  /// Nowhere: ranks then sum to less than 1. As the GAP Benchmark Suite and Neo4j GDS do.
  DROP
}
