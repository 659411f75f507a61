package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// What vertices are called after they have been given other places.
final class PermutedIds implements VertexIds {
  private final VertexIds ids;
  private final int[] order;
  private final int[] places;

  private PermutedIds(VertexIds ids, int[] order, int[] places) {
    this.ids = ids;
    this.order = order;
    this.places = places;
  }

  /// @param order int32, the old vertex at each new place
  /// @param places int32, the new place of each old vertex
  static PermutedIds of(VertexIds ids, MemorySegment order, MemorySegment places) {
    return new PermutedIds(ids, order.toArray(JAVA_INT), places.toArray(JAVA_INT));
  }

  @Override
  public int size() {
    return order.length;
  }

  @Override
  public boolean isDense() {
    return false;
  }

  @Override
  public boolean isNumeric() {
    return ids.isNumeric();
  }

  @Override
  public long id(int vertex) {
    return ids.id(old(vertex));
  }

  @Override
  public String name(int vertex) {
    return ids.name(old(vertex));
  }

  private int old(int vertex) {
    return order[Objects.checkIndex(vertex, order.length)];
  }

  @Override
  public int vertex(String name) {
    int vertex = ids.vertex(name);
    return vertex < 0 ? -1 : places[vertex];
  }
}
