package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;

/// A graph in another order of its vertices, and the order. Closing it closes the graph.
public final class ReorderingResult extends GraphResult {
  private final CsrGraph graph;
  private final IntVector order;
  private final IntVector places;

  ReorderingResult(
      Region region, RunInfo info, CsrGraph graph, MemorySegment order, MemorySegment places) {
    super(region, info);
    this.graph = graph;
    this.order = new IntVector(order);
    this.places = new IntVector(places);
  }

  /// The graph in its new order.
  public CsrGraph graph() {
    return graph;
  }

  /// For each vertex of the new graph, the same vertex of the old one.
  public IntVector order() {
    return order;
  }

  /// For each vertex of the old graph, the same vertex of the new one.
  public IntVector places() {
    return places;
  }

  /// By vertex of the old graph, its place.
  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.of("place", places));
  }

  /// Frees the graph and the order.
  ///
  /// @throws IllegalStateException while a call runs on the graph
  @Override
  public void close() {
    graph.close();
    super.close();
  }
}
