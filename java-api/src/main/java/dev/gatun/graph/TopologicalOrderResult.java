package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrToposort;
import java.lang.foreign.MemorySegment;

/// A topological order, or a cycle that rules one out.
public final class TopologicalOrderResult extends GraphResult {
  private final IntVector places;
  private final IntVector levels;
  private final CsrToposort.Result summary;

  TopologicalOrderResult(
      Region region, RunInfo info, CsrToposort.Args filled, CsrToposort.Result summary) {
    super(region, info);
    long length = summary.cycleLength() > 0 ? summary.cycleLength() : summary.ordered();
    this.places = new IntVector(filled.order().asSlice(0, length * JAVA_INT.byteSize()));
    this.levels = new IntVector(filled.levels());
    this.summary = summary;
  }

  /// Whether there is an order: the graph has no cycle.
  public boolean isAcyclic() {
    return summary.cycleLength() == 0;
  }

  /// All vertices by level, then by id.
  ///
  /// @throws IllegalStateException when there is no order
  public IntVector order() {
    if (!isAcyclic()) {
      throw new IllegalStateException("the graph has a cycle, and so no topological order");
    }
    return places;
  }

  /// A cycle: an edge leads from each vertex to the next, and from the last to the first, which is
  /// the smallest. Empty when there is an order. Which one: from the smallest vertex without a level
  /// go back to its smallest predecessor without one, and so on, until the way closes.
  public int[] cycle() {
    return isAcyclic() ? new int[0] : places.toArray();
  }

  /// Most edges on a path to each vertex; -1 for vertices on a cycle or after one.
  public IntVector levels() {
    return levels;
  }

  /// Levels.
  public long levelCount() {
    return summary.levelCount();
  }

  /// Vertices that are on no cycle and after none.
  public long ordered() {
    return summary.ordered();
  }

  /// The vertices in order, each with its level; or those of the cycle, whose level is -1.
  @Override
  public ResultTable table() {
    int[] byPlace = new int[places.size()];
    for (int i = 0; i < byPlace.length; i++) {
      byPlace[i] = levels.get(places.get(i));
    }
    return ResultTable.of(
        ResultColumn.vertices("vertex", places),
        ResultColumn.distances("level", new IntVector(MemorySegment.ofArray(byPlace))));
  }
}
