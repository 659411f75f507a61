package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrPagerank;
import java.lang.foreign.MemorySegment;

/// Ranks, and whether they have converged.
public final class PageRankResult extends GraphResult {
  private final DoubleVector ranks;
  private final CsrPagerank.Result summary;

  PageRankResult(Region region, RunInfo info, MemorySegment ranks, CsrPagerank.Result summary) {
    super(region, info);
    this.ranks = new DoubleVector(ranks);
    this.summary = summary;
  }

  /// Rank of each vertex.
  public DoubleVector ranks() {
    return ranks;
  }

  /// Rank of a vertex.
  public double rank(int vertex) {
    return ranks.get(vertex);
  }

  /// Iterations run.
  public long iterations() {
    return summary.iterations();
  }

  /// Sum of |change| of the last iteration.
  public double error() {
    return summary.error();
  }

  /// Whether [#error] fell below the tolerance. If not, the ranks are those of the last iteration,
  /// and a warning has been logged unless the tolerance was 0.
  public boolean converged() {
    return summary.converged();
  }

  /// The `k` vertices of highest rank, highest first, smaller ids first among equals. O(n log k).
  public int[] top(int k) {
    return Best.highest(ranks, k);
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.of("rank", ranks));
  }

  @Override
  public String toString() {
    return "PageRank of "
        + ranks.size()
        + " vertices, "
        + (converged() ? "converged" : "NOT converged")
        + " after "
        + iterations()
        + " iterations, error "
        + error();
  }
}
