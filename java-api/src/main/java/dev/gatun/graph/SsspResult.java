package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrSssp;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Distances as sums of weights, and the shortest-path tree. Integer weights (and none, each edge
/// counting 1) give exact 64-bit distances, floating-point weights give doubles.
public final class SsspResult extends GraphResult {
  private final @Nullable LongVector longs;
  private final @Nullable DoubleVector doubles;
  private final @Nullable IntVector parents;
  private final CsrSssp.Result summary;

  SsspResult(
      Region region,
      RunInfo info,
      boolean integer,
      MemorySegment distances,
      @Nullable MemorySegment parents,
      CsrSssp.Result summary) {
    super(region, info);
    this.longs = integer ? new LongVector(distances) : null;
    this.doubles = integer ? null : new DoubleVector(distances);
    this.parents = parents == null ? null : new IntVector(parents);
    this.summary = summary;
  }

  /// Whether distances are 64-bit integers.
  public boolean isInteger() {
    return longs != null;
  }

  /// Distances of integer weights, [Long#MAX_VALUE] where unreached.
  ///
  /// @throws IllegalStateException when the weights are floating-point
  public LongVector longDistances() {
    if (longs == null) {
      throw new IllegalStateException("the weights are floating-point: use doubleDistances()");
    }
    return longs;
  }

  /// Distances of floating-point weights, +infinity where unreached.
  ///
  /// @throws IllegalStateException when the weights are integers
  public DoubleVector doubleDistances() {
    if (doubles == null) {
      throw new IllegalStateException("the weights are integers: use longDistances()");
    }
    return doubles;
  }

  @Override
  public ResultTable table() {
    ResultColumn distance =
        ResultColumn.distances("distance", longs != null ? longs : doubleDistances());
    return parents == null
        ? ResultTable.perVertex(distance)
        : ResultTable.perVertex(distance, ResultColumn.vertices("parent", parents));
  }

  /// Distance of either kind as a double, +infinity when unreached. Integers above 2^53 are
  /// rounded.
  public double distance(int vertex) {
    if (longs != null) {
      long distance = longs.get(vertex);
      return distance == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : distance;
    }
    return doubleDistances().get(vertex);
  }

  /// The vertex before each one on a shortest path, -1 for sources and unreached ones.
  ///
  /// @throws IllegalStateException when the search was run without parents
  public IntVector parents() {
    if (parents == null) {
      throw new IllegalStateException("the search was run without parents");
    }
    return parents;
  }

  /// Vertices reached, sources included.
  public long reached() {
    return summary.reached();
  }

  /// The algorithm that ran.
  public SsspMethod method() {
    return summary.method();
  }

  /// Bucket width of delta-stepping, 0 with Dijkstra.
  public double delta() {
    return summary.delta();
  }

  /// A shortest path from a source to `target`, both included; empty when it is unreached.
  public int[] pathTo(int target) {
    return distance(target) == Double.POSITIVE_INFINITY ? new int[0] : Paths.to(target, parents());
  }
}
