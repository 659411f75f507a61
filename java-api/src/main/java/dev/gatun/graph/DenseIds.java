package dev.gatun.graph;

import java.util.Objects;

/// Vertices called by consecutive numbers.
final class DenseIds implements VertexIds {
  private final int size;
  private final int first;

  /// @param first what vertex 0 is called
  DenseIds(int size, int first) {
    if (size < 0) {
      throw new IllegalArgumentException("vertices " + size + " is negative");
    }
    this.size = size;
    this.first = first;
  }

  /// The same way of calling for another number of vertices.
  DenseIds resized(int n) {
    return new DenseIds(n, first);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isDense() {
    return first == 0;
  }

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public long id(int vertex) {
    return (long) first + Objects.checkIndex(vertex, size);
  }

  @Override
  public String name(int vertex) {
    return Long.toString(id(vertex));
  }

  @Override
  public int vertex(String name) {
    try {
      long vertex = Math.subtractExact(Long.parseLong(name), first);
      return vertex >= 0 && vertex < size && name((int) vertex).equals(name) ? (int) vertex : -1;
    } catch (NumberFormatException | ArithmeticException _) {
      return -1;
    }
  }
}
