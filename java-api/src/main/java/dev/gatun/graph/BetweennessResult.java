package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;

/// How much each vertex is between others.
public final class BetweennessResult extends GraphResult {
  private final DoubleVector scores;
  private final int sources;

  BetweennessResult(Region region, RunInfo info, MemorySegment scores, int sources) {
    super(region, info);
    this.scores = new DoubleVector(scores);
    this.sources = sources;
  }

  /// Score of each vertex.
  public DoubleVector scores() {
    return scores;
  }

  /// Score of a vertex.
  public double score(int vertex) {
    return scores.get(vertex);
  }

  /// Sources that paths were followed from.
  public int sources() {
    return sources;
  }

  /// The `k` vertices of highest score, highest first, smaller ids first among equals. O(n log k).
  public int[] top(int k) {
    return Best.highest(scores, k);
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.of("betweenness", scores));
  }
}
