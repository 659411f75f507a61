package dev.gatun.internal.graphio;

/// Makes vertices of ids.
@FunctionalInterface
interface IdMapper {
  /// Writes the vertex of each of the first `count` ids.
  void map(long[] ids, int count, int[] vertices);
}
