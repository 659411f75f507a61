package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrCore;
import java.lang.foreign.MemorySegment;

/// Core numbers.
public final class CoresResult extends GraphResult {
  private final IntVector cores;
  private final CsrCore.Result summary;

  CoresResult(Region region, RunInfo info, MemorySegment cores, CsrCore.Result summary) {
    super(region, info);
    this.cores = new IntVector(cores);
    this.summary = summary;
  }

  /// The core number of each vertex.
  public IntVector cores() {
    return cores;
  }

  /// The core number of a vertex.
  public int core(int vertex) {
    return cores.get(vertex);
  }

  /// The largest core number, called the degeneracy of the graph; 0 for a graph without edges.
  public int degeneracy() {
    return summary.most();
  }

  /// Vertices by core number, of [#degeneracy] + 1 numbers. O(n).
  public int[] sizes() {
    int[] sizes = new int[degeneracy() + 1];
    for (int v = 0; v < cores.size(); v++) {
      sizes[cores.get(v)]++;
    }
    return sizes;
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.of("core", cores));
  }
}
