package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;

/// What every result has: what ran, and off-heap memory to give back.
public abstract class GraphResult implements AutoCloseable {
  private final Region region;
  private final RunInfo info;

  GraphResult(Region region, RunInfo info) {
    this.region = region;
    this.info = info;
  }

  /// Engine, CPU tier, threads and time of the call.
  public RunInfo info() {
    return info;
  }

  /// The result as columns, which live as long as it does.
  public abstract ResultTable table();

  /// Frees the result's memory; its vectors can't be read any more. Closing twice does nothing.
  @Override
  public void close() {
    region.close();
  }
}
