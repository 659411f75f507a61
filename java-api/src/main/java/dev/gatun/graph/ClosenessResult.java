package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;

/// How near each vertex is to the others.
public final class ClosenessResult extends GraphResult {
  private final DoubleVector closeness;
  private final DoubleVector harmonic;
  private final int sources;

  ClosenessResult(
      Region region, RunInfo info, MemorySegment closeness, MemorySegment harmonic, int sources) {
    super(region, info);
    this.closeness = new DoubleVector(closeness);
    this.harmonic = new DoubleVector(harmonic);
    this.sources = sources;
  }

  /// Closeness of each vertex.
  public DoubleVector closeness() {
    return closeness;
  }

  /// Harmonic centrality of each vertex.
  public DoubleVector harmonic() {
    return harmonic;
  }

  /// Vertices that distances were measured to.
  public int sources() {
    return sources;
  }

  /// The `k` vertices of highest closeness, highest first, smaller ids first among equals. O(n log
  /// k).
  public int[] top(int k) {
    return Best.highest(closeness, k);
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(
        ResultColumn.of("closeness", closeness), ResultColumn.of("harmonic", harmonic));
  }
}
