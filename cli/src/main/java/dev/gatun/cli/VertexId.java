package dev.gatun.cli;

/// A vertex as it is called in the input.
///
/// @param value a [Long] or a [String]
record VertexId(Object value) {
  boolean isNumber() {
    return value instanceof Long;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
