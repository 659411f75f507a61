package dev.gatun.graph;

import dev.gatun.internal.graphio.LongDictionary;
import java.util.Objects;

/// Vertices called by 64-bit numbers, in order of first appearance.
public final class LongIds implements VertexIds {
  private final LongDictionary dictionary;

  LongIds(LongDictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public long id(int vertex) {
    return dictionary.id(Objects.checkIndex(vertex, size()));
  }

  /// The vertex called so, -1 when there is none. O(1).
  public int vertex(long id) {
    return dictionary.find(id);
  }

  @Override
  public int size() {
    return dictionary.size();
  }

  @Override
  public boolean isDense() {
    return false;
  }

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public String name(int vertex) {
    return Long.toString(id(vertex));
  }

  @Override
  public int vertex(String name) {
    try {
      long id = Long.parseLong(name);
      return Long.toString(id).equals(name) ? vertex(id) : -1;
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
