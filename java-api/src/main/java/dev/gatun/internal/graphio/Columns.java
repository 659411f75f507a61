package dev.gatun.internal.graphio;

import org.jspecify.annotations.Nullable;

/// Which columns of a table are read.
public sealed interface Columns {
  /// The first three, or those that a header names in a usual way.
  record Usual() implements Columns {}

  /// By 0-based position.
  ///
  /// @param weight -1 for none
  record Numbered(int source, int target, int weight) implements Columns {}

  /// By their names in the header.
  record Named(String source, String target, @Nullable String weight) implements Columns {}
}
