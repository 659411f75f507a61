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
  public String name(int vertex) {
    return dictionary.name(Objects.checkIndex(vertex, size()));
  }

  @Override
  public int vertex(String name) {
    return dictionary.find(name);
  }
}
