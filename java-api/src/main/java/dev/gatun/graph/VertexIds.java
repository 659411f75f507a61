package dev.gatun.graph;

/// What vertices are called outside: what stood in the input for vertex 0, 1, … Lives on the Java
/// heap, independent of the edges and graphs it came with. Immutable, thread-safe.
public sealed interface VertexIds permits DenseIds, LongIds, StringIds, PermutedIds {
  /// Vertices 0 to n - 1, called by their numbers.
  ///
  /// @throws IllegalArgumentException when n is negative
  static VertexIds dense(int n) {
    return new DenseIds(n, 0);
  }

  /// Number of vertices.
  int size();

  /// Whether every vertex is called by its own number.
  boolean isDense();

  /// Whether all vertices are called by 64-bit numbers.
  boolean isNumeric();

  /// The number that a vertex is called by. O(1).
  ///
  /// @throws IllegalStateException when vertices are called by strings
  /// @throws IndexOutOfBoundsException when there is no such vertex
  long id(int vertex);

  /// What a vertex is called: a decimal number, or the string. O(1).
  ///
  /// @throws IndexOutOfBoundsException when there is no such vertex
  String name(int vertex);

  /// The vertex called so, -1 when there is none. Numbers are to be written as
  /// [Long#toString(long)] does. O(1).
  int vertex(String name);
}
