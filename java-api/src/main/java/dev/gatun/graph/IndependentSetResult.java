package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrColouring;
import java.util.stream.IntStream;

/// Vertices no two of which are neighbours.
public final class IndependentSetResult extends GraphResult {
  private final IntVector members;
  private final CsrColouring.Result summary;

  IndependentSetResult(
      Region region, RunInfo info, CsrColouring.Args filled, CsrColouring.Result summary) {
    super(region, info);
    this.members = new IntVector(filled.colours());
    this.summary = summary;
  }

  /// 1 for each vertex of the set, 0 for the others.
  public IntVector members() {
    return members;
  }

  /// Whether a vertex is in the set.
  public boolean contains(int vertex) {
    return members.get(vertex) == 1;
  }

  /// Vertices of the set.
  public long size() {
    return summary.count();
  }

  /// The vertices of the set, ascending. O(n).
  public int[] vertices() {
    return IntStream.range(0, members.size()).filter(this::contains).toArray();
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.of("member", members));
  }
}
