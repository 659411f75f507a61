package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrColouring;

/// A colour for each vertex, another one than its neighbours have.
public final class ColouringResult extends GraphResult {
  private final IntVector colours;
  private final CsrColouring.Result summary;

  ColouringResult(
      Region region, RunInfo info, CsrColouring.Args filled, CsrColouring.Result summary) {
    super(region, info);
    this.colours = new IntVector(filled.colours());
    this.summary = summary;
  }

  /// The colour of each vertex, 0 .. count - 1.
  public IntVector colours() {
    return colours;
  }

  /// The colour of a vertex.
  public int colour(int vertex) {
    return colours.get(vertex);
  }

  /// Colours.
  public long count() {
    return summary.count();
  }

  /// Vertices of each colour. O(n).
  public int[] sizes() {
    int[] sizes = new int[Math.toIntExact(count())];
    for (int v = 0; v < colours.size(); v++) {
      sizes[colours.get(v)]++;
    }
    return sizes;
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.of("colour", colours));
  }
}
