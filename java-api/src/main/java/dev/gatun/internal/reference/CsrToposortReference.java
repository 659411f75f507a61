package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrToposort;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Kahn's algorithm, level by level: vertices that no edge leads to, then those that none leads to
/// without these, and so on.
///
/// Source: A. B. Kahn, Topological Sorting of Large Networks, Commun. ACM 5(11), 1962.
public final class CsrToposortReference implements CsrToposort {
  private static final int NONE = -1;

  @Override
  public Result run(Args args, Execution execution) {
    Csr graph = args.graph();
    int n = graph.vertices();
    Pace pace = new Pace(execution, n);
    long[] before = new long[n];
    for (long e = 0; e < graph.entries(); e++) {
      before[graph.neighbour(e)]++;
      pace.step(0);
    }
    pace.fill(args.levels(), (byte) NONE);
    MemorySegment order = args.order();
    int end = 0;
    for (int v = 0; v < n; v++) {
      if (before[v] == 0) {
        args.levels().setAtIndex(JAVA_INT, v, 0);
        order.setAtIndex(JAVA_INT, end++, v);
      }
      pace.step(end);
    }
    int levels = 0;
    for (int head = 0; head < end; levels++) {
      int tail = end;
      for (; head < tail; head++) {
        int v = order.getAtIndex(JAVA_INT, head);
        for (long e = graph.offset(v); e < graph.offset(v + 1); e++) {
          int neighbour = graph.neighbour(e);
          if (--before[neighbour] == 0) {
            args.levels().setAtIndex(JAVA_INT, neighbour, levels + 1);
            order.setAtIndex(JAVA_INT, end++, neighbour);
          }
          pace.step(end);
        }
      }
      sort(order.asSlice(tail * 4L, (end - tail) * 4L));
    }
    return new Result(end, levels, end == n ? 0 : findCycle(args, pace));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * (Long.BYTES + Integer.BYTES);
  }

  private static void sort(MemorySegment level) {
    int[] vertices = level.toArray(JAVA_INT);
    Arrays.sort(vertices);
    MemorySegment.copy(vertices, 0, level, JAVA_INT, 0, vertices.length);
  }

  /// Every vertex without a level has a predecessor without one. Going back from one to another,
  /// always to the smallest, runs into a cycle.
  private static int findCycle(Args args, Pace pace) {
    int[] predecessors = predecessors(args, pace);
    int v = 0;
    while (predecessors[v] == NONE) {
      v++;
    }
    boolean[] met = new boolean[predecessors.length];
    for (; !met[v]; v = predecessors[v]) {
      met[v] = true;
    }
    int least = v;
    int length = 1;
    for (int u = predecessors[v]; u != v; u = predecessors[u]) {
      least = Math.min(least, u);
      length++;
    }
    int u = least;
    for (int i = length; i > 0; i--) {
      u = predecessors[u];
      args.order().setAtIndex(JAVA_INT, i - 1L, u);
    }
    return length;
  }

  /// The smallest predecessor without a level of each vertex that has none.
  private static int[] predecessors(Args args, Pace pace) {
    Csr graph = args.graph();
    int[] predecessors = new int[graph.vertices()];
    Arrays.fill(predecessors, NONE);
    for (int v = 0; v < graph.vertices(); v++) {
      if (args.levels().getAtIndex(JAVA_INT, v) == NONE) {
        for (long e = graph.offset(v); e < graph.offset(v + 1); e++) {
          int neighbour = graph.neighbour(e);
          if (predecessors[neighbour] == NONE) {
            predecessors[neighbour] = v;
          }
          pace.step(0);
        }
      }
    }
    return predecessors;
  }
}
