package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// What searches from many sources have found: a row for each source, in the order they were given.
public final class MultiSourceBfsResult extends GraphResult {
  private final IntVector sources;
  private final DistanceSums bySource;
  private final IntVector eccentricities;
  private final @Nullable DistanceSums byVertex;

  MultiSourceBfsResult(
      Region region,
      RunInfo info,
      MemorySegment sources,
      DistanceSums bySource,
      MemorySegment eccentricities,
      @Nullable DistanceSums byVertex) {
    super(region, info);
    this.sources = new IntVector(sources);
    this.bySource = bySource;
    this.eccentricities = new IntVector(eccentricities);
    this.byVertex = byVertex;
  }

  /// The sources.
  public IntVector sources() {
    return sources;
  }

  /// Sums over the vertices that each source reaches.
  public DistanceSums bySource() {
    return bySource;
  }

  /// Largest distance from each source to a vertex it reaches.
  public IntVector eccentricities() {
    return eccentricities;
  }

  /// Sums over the sources that reach each vertex.
  ///
  /// @throws IllegalStateException when the searches were run without
  public DistanceSums byVertex() {
    if (byVertex == null) {
      throw new IllegalStateException("the searches were run without sums per vertex");
    }
    return byVertex;
  }

  @Override
  public ResultTable table() {
    return ResultTable.of(
        ResultColumn.vertices("source", sources),
        ResultColumn.of("reached", bySource.reached()),
        ResultColumn.of("distance_sum", bySource.distances()),
        ResultColumn.of("inverse_distance_sum", bySource.inverses()),
        ResultColumn.of("eccentricity", eccentricities));
  }
}
