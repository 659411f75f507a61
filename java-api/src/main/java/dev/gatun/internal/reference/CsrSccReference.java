package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrScc;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Tarjan's algorithm, with its recursion on a stack of its own.
///
/// Source: R. E. Tarjan, Depth-First Search and Linear Graph Algorithms, SICOMP 1(2), 1972.
public final class CsrSccReference implements CsrScc {
  private static final int NONE = -1;

  @Override
  public Result run(Args args, Execution execution) {
    Csr graph = args.graph();
    int n = graph.vertices();
    Pace pace = new Pace(execution, n);
    pace.fill(args.labels(), (byte) NONE);
    Search search = new Search(graph, args.labels(), pace);
    for (int v = 0; v < n; v++) {
      if (search.number[v] == NONE) {
        search.from(v);
      }
      pace.step(search.reached);
    }
    return number(args.labels(), args.compact(), n, pace);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * (Long.BYTES + 4 * Integer.BYTES);
  }

  private static Result number(
      MemorySegment labels, @Nullable MemorySegment compact, int n, Pace pace) {
    int[] sizes = new int[n];
    int count = 0;
    int largest = 0;
    for (int v = 0; v < n; v++) {
      int label = labels.getAtIndex(JAVA_INT, v);
      if (compact != null) {
        int known = label == v ? count : compact.getAtIndex(JAVA_INT, label);
        compact.setAtIndex(JAVA_INT, v, known);
      }
      if (label == v) {
        count++;
      }
      largest = Math.max(largest, ++sizes[label]);
      pace.step(n);
    }
    return new Result(count, largest);
  }

  private static final class Search {
    private final Csr graph;
    private final MemorySegment labels;
    private final Pace pace;

    /// In the order of discovery.
    private final int[] number;

    /// The smallest number of a vertex that this one reaches and whose component is not complete.
    private final int[] low;

    /// The vertices from the root to the current one, and the next entry of each.
    private final int[] path;

    private final long[] next;

    /// Vertices whose component is not complete, in the order of discovery.
    private final int[] waiting;

    private int reached;
    private int waits;

    Search(Csr graph, MemorySegment labels, Pace pace) {
      int n = graph.vertices();
      this.graph = graph;
      this.labels = labels;
      this.pace = pace;
      this.number = new int[n];
      this.low = new int[n];
      this.path = new int[n];
      this.next = new long[n];
      this.waiting = new int[n];
      Arrays.fill(number, NONE);
    }

    void from(int root) {
      discover(root, 0);
      int depth = 0;
      while (depth >= 0) {
        int v = path[depth];
        int found = nextUnreached(v, depth);
        if (found >= 0) {
          discover(found, ++depth);
        } else {
          depth--;
          if (low[v] == number[v]) {
            complete(v);
          } else {
            lower(path[depth], low[v]);
          }
        }
        pace.step(reached);
      }
    }

    private void discover(int v, int depth) {
      path[depth] = v;
      next[depth] = graph.offset(v);
      number[v] = reached;
      low[v] = reached;
      waiting[waits++] = v;
      reached++;
    }

    /// The vertex to go on with, -1 at the end of the row.
    private int nextUnreached(int v, int depth) {
      for (long end = graph.offset(v + 1); next[depth] < end; ) {
        int neighbour = graph.neighbour(next[depth]++);
        if (number[neighbour] == NONE) {
          return neighbour;
        }
        if (label(neighbour) == NONE) {
          lower(v, number[neighbour]);
        }
        pace.step(reached);
      }
      return -1;
    }

    private void lower(int v, int other) {
      low[v] = Math.min(low[v], other);
    }

    /// All that wait since this vertex are in its component.
    private void complete(int root) {
      int end = waits;
      int label = root;
      do {
        waits--;
        label = Math.min(label, waiting[waits]);
      } while (waiting[waits] != root);
      for (int i = waits; i < end; i++) {
        labels.setAtIndex(JAVA_INT, waiting[i], label);
      }
    }

    private int label(int v) {
      return labels.getAtIndex(JAVA_INT, v);
    }
  }
}
