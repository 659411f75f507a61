package dev.gatun.graph;

/// What becomes of an edge to or from a vertex that is not among the vertices given.
public enum UnknownVertices {
  /// It is an error.
  FAIL,
  /// The vertex is added, all its properties null.
  ADD
}
