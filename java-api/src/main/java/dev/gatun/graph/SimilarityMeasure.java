package dev.gatun.graph;

/// How alike two sets of neighbours A and B are; 0 where they have nothing in common.
public enum SimilarityMeasure {
  /// Of the neighbours that either has, the share that both have: |A ∩ B| / |A ∪ B|.
  JACCARD,
  /// Of the neighbours of the one with fewer, the share that both have: |A ∩ B| / min(|A|, |B|).
  OVERLAP,
  /// The cosine of the angle between rows of the adjacency matrix: |A ∩ B| / sqrt(|A| |B|).
  COSINE
}
