package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrDfs;
import java.lang.foreign.MemorySegment;

/// The orders and the trees of a depth-first search.
public final class DepthFirstResult extends GraphResult {
  private final IntVector preorder;
  private final IntVector postorder;
  private final IntVector discovery;
  private final IntVector finish;
  private final IntVector parents;
  private final IntVector depths;
  private final CsrDfs.Result summary;

  DepthFirstResult(Region region, RunInfo info, CsrDfs.Args filled, CsrDfs.Result summary) {
    super(region, info);
    this.preorder = reached(filled.preorder(), summary);
    this.postorder = reached(filled.postorder(), summary);
    this.discovery = new IntVector(filled.discovery());
    this.finish = new IntVector(filled.finish());
    this.parents = new IntVector(filled.parents());
    this.depths = new IntVector(filled.depths());
    this.summary = summary;
  }

  private static IntVector reached(MemorySegment order, CsrDfs.Result summary) {
    return new IntVector(order.asSlice(0, summary.reached() * JAVA_INT.byteSize()));
  }

  /// The vertices reached, in the order of their discovery: one value per vertex reached.
  public IntVector preorder() {
    return preorder;
  }

  /// The vertices reached, in the order in which the search leaves them, each after all that it
  /// found below it.
  public IntVector postorder() {
    return postorder;
  }

  /// The place of each vertex in [#preorder], -1 where unreached.
  public IntVector discovery() {
    return discovery;
  }

  /// The place of each vertex in [#postorder], -1 where unreached.
  public IntVector finish() {
    return finish;
  }

  /// The vertex from which each one was discovered, -1 for roots and unreached ones.
  public IntVector parents() {
    return parents;
  }

  /// Edges from the root of its tree to each vertex, -1 where unreached. Not the shortest way.
  public IntVector depths() {
    return depths;
  }

  /// Whether the search came to a vertex.
  public boolean isReached(int vertex) {
    return depths.get(vertex) >= 0;
  }

  /// Vertices reached, sources included.
  public long reached() {
    return summary.reached();
  }

  /// Trees, which is the number of roots.
  public long trees() {
    return summary.trees();
  }

  /// Largest depth, 0 when nothing was reached.
  public int deepest() {
    return summary.deepest();
  }

  /// The tree's path from its root to `target`, both included; empty when it is unreached.
  public int[] pathTo(int target) {
    return isReached(target) ? Paths.to(target, parents) : new int[0];
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(
        ResultColumn.distances("discovery", discovery),
        ResultColumn.distances("finish", finish),
        ResultColumn.vertices("parent", parents),
        ResultColumn.distances("depth", depths));
  }
}
