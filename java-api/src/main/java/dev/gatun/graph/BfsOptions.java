package dev.gatun.graph;

/// What a breadth-first search looks for. Immutable.
///
/// @param sources vertices at distance 0; duplicates do no harm, none reaches nothing
/// @param maxDepth vertices further away than this stay unreached; negative: no limit
/// @param parents which tree is returned beside the distances
public record BfsOptions(int[] sources, int maxDepth, Parents parents) {
  /// From these sources, without a limit, with the smallest parents.
  public static BfsOptions from(int... sources) {
    return new BfsOptions(sources.clone(), -1, Parents.SMALLEST);
  }

  /// With a limit on the distance.
  public BfsOptions maxDepth(int limit) {
    return new BfsOptions(sources, limit, parents);
  }

  /// With this choice of parents.
  public BfsOptions parents(Parents choice) {
    return new BfsOptions(sources, maxDepth, choice);
  }
}
