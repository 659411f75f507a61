package dev.gatun.internal.graphio;

/// Where things are on each line.
///
/// @param separator what stands between columns
/// @param width columns that most lines have, at least those that each must have
/// @param source 0-based column of the source's id
/// @param target 0-based column of the target's id
/// @param weight 0-based column of the weight, -1 when there is none
/// @param strict whether there may be nothing after the last of these columns
/// @param weights type of the weights
record TextLayout(
    Separator separator,
    int width,
    int source,
    int target,
    int weight,
    boolean strict,
    WeightRule weights) {

  TextLayout {
    width = strict ? 0 : width;
    width = Math.max(width, 1 + Math.max(Math.max(source, target), weight));
  }

  static TextLayout unweighted(
      Separator separator, int width, int source, int target, boolean strict) {
    return new TextLayout(separator, width, source, target, -1, strict, WeightRule.NONE);
  }

  /// Columns that each line must have.
  int columns() {
    return 1 + Math.max(Math.max(source, target), weight);
  }

  boolean isWeighted() {
    return weight >= 0;
  }
}
