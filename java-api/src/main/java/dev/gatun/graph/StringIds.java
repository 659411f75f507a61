package dev.gatun.graph;

import dev.gatun.internal.graphio.StringDictionary;
import java.util.Objects;

/// Vertices called by strings, in order of first appearance.
final class StringIds implements VertexIds {
  private final StringDictionary dictionary;

  StringIds(StringDictionary dictionary) {
    this.dictionary = dictionary;
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
    return false;
  }

  @Override
  public long id(int vertex) {
    throw new IllegalStateException("vertices are called by strings: use name()");
  }

  @Override
  public String name(int vertex) {
    return dictionary.name(Objects.checkIndex(vertex, size()));
  }

  @Override
  public int vertex(String name) {
    return dictionary.find(name);
  }
}
