package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrComponents;
import java.lang.foreign.MemorySegment;

/// Which vertices hang together: whatever the direction of edges by [Components], both ways by
/// [StrongComponents].
public final class ComponentsResult extends GraphResult {
  private final IntVector labels;
  private final IntVector compact;
  private final CsrComponents.Result summary;

  ComponentsResult(
      Region region,
      RunInfo info,
      MemorySegment labels,
      MemorySegment compact,
      CsrComponents.Result summary) {
    super(region, info);
    this.labels = new IntVector(labels);
    this.compact = new IntVector(compact);
    this.summary = summary;
  }

  /// The smallest vertex of each vertex's component.
  public IntVector labels() {
    return labels;
  }

  /// The smallest vertex of this vertex's component.
  public int label(int vertex) {
    return labels.get(vertex);
  }

  /// The number of each vertex's component: 0 .. count - 1, in order of their smallest vertices.
  public IntVector compact() {
    return compact;
  }

  /// Components.
  public long count() {
    return summary.count();
  }

  /// Vertices of the largest one.
  public long largest() {
    return summary.largest();
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.vertices("component", labels));
  }

  /// Vertices of each component, by compact number. O(n).
  public int[] sizes() {
    int[] sizes = new int[Math.toIntExact(count())];
    for (int v = 0; v < compact.size(); v++) {
      sizes[compact.get(v)]++;
    }
    return sizes;
  }
}
