package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrComponents;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Union-find in the array of labels: a vertex's label is an earlier vertex of its component, or
/// itself for the root. The larger root always goes under the smaller one, so every root is the
/// smallest id of its tree. Edges are taken without their direction, so the out-edges suffice.
///
/// Source: R. E. Tarjan, J. van Leeuwen, Worst-Case Analysis of Set Union Algorithms, JACM 31(2),
/// 1984 (path halving).
public final class CsrComponentsReference implements CsrComponents {
  @Override
  public Result run(Args args, Execution execution) {
    Csr graph = args.graph();
    MemorySegment labels = args.labels();
    Pace pace = new Pace(execution, graph.vertices());
    for (int v = 0; v < graph.vertices(); v++) {
      labels.setAtIndex(JAVA_INT, v, v);
      pace.step(0);
    }
    for (int v = 0; v < graph.vertices(); v++) {
      for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
        link(labels, v, graph.neighbour(e));
        pace.step(v);
      }
      pace.step(v);
    }
    return number(labels, args.compact(), graph.vertices(), pace);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * Integer.BYTES;
  }

  private static void link(MemorySegment labels, int u, int v) {
    int a = root(labels, u);
    int b = root(labels, v);
    labels.setAtIndex(JAVA_INT, Math.max(a, b), Math.min(a, b));
  }

  private static int root(MemorySegment labels, int vertex) {
    int v = vertex;
    int parent = label(labels, v);
    while (parent != v) {
      int grandparent = label(labels, parent);
      labels.setAtIndex(JAVA_INT, v, grandparent);
      v = grandparent;
      parent = label(labels, v);
    }
    return v;
  }

  /// Makes every label a root, and counts. In ascending order a label is final before a later
  /// vertex refers to it.
  private static Result number(
      MemorySegment labels, @Nullable MemorySegment compact, int vertices, Pace pace) {
    int[] sizes = new int[vertices];
    int count = 0;
    int largest = 0;
    for (int v = 0; v < vertices; v++) {
      int root = label(labels, label(labels, v));
      labels.setAtIndex(JAVA_INT, v, root);
      if (compact != null) {
        compact.setAtIndex(JAVA_INT, v, root == v ? count : label(compact, root));
      }
      if (root == v) {
        count++;
      }
      largest = Math.max(largest, ++sizes[root]);
      pace.step(vertices);
    }
    return new Result(count, largest);
  }

  private static int label(MemorySegment labels, int v) {
    return labels.getAtIndex(JAVA_INT, v);
  }
}
