package dev.gatun.graph;

/// What a shortest-path search looks for. Immutable.
///
/// @param sources vertices at distance 0; duplicates do no harm, none reaches nothing
/// @param method algorithm
/// @param delta bucket width of delta-stepping, 0 to choose by weights and degrees
/// @param parents whether the tree is returned beside the distances
public record SsspOptions(int[] sources, SsspMethod method, double delta, boolean parents) {
  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when delta is negative or not finite
  public SsspOptions {
    if (!(delta >= 0) || Double.isInfinite(delta)) {
      throw new IllegalArgumentException("delta " + delta + " is not a finite number from 0 up");
    }
  }

  /// From these sources, with everything chosen automatically, with parents.
  public static SsspOptions from(int... sources) {
    return new SsspOptions(sources.clone(), SsspMethod.AUTO, 0, true);
  }

  /// With this algorithm.
  public SsspOptions method(SsspMethod choice) {
    return new SsspOptions(sources, choice, delta, parents);
  }

  /// With this bucket width.
  public SsspOptions delta(double width) {
    return new SsspOptions(sources, method, width, parents);
  }

  /// With or without parents.
  public SsspOptions parents(boolean wanted) {
    return new SsspOptions(sources, method, delta, wanted);
  }
}
