package dev.gatun.internal.graphio;

/// What the vertices of an input are called.
public sealed interface EdgeIds permits EdgeIds.Numbered, LongDictionary, StringDictionary {
  /// Number of vertices.
  int size();

  /// Vertices called by consecutive numbers.
  ///
  /// @param size how many
  /// @param first what vertex 0 is called
  record Numbered(int size, int first) implements EdgeIds {}
}
