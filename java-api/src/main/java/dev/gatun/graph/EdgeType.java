package dev.gatun.graph;

/// A type of edges: what they mean, and which types of vertices they connect.
public record EdgeType(String source, String type, String target) {
  /// `person knows person`.
  @Override
  public String toString() {
    return source + " " + type + " " + target;
  }
}
