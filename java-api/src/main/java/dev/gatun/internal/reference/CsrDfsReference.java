package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrDfs;
import java.lang.foreign.MemorySegment;

/// The recursive search with its recursion on a stack of its own.
///
/// Source: R. E. Tarjan, Depth-First Search and Linear Graph Algorithms, SICOMP 1(2), 1972.
public final class CsrDfsReference implements CsrDfs {
  @Override
  public Result run(Args args, Execution execution) {
    int n = args.graph().vertices();
    MemorySegment given = args.sources();
    int[] sources = given == null ? null : Sources.checked(given, n);
    Pace pace = new Pace(execution, n);
    Search search = new Search(args, pace);
    if (sources == null) {
      for (int v = 0; v < n; v++) {
        search.start(v);
        pace.step(search.reached);
      }
    } else {
      for (int source : sources) {
        search.start(source);
      }
    }
    return new Result(search.reached, search.trees, search.deepest);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * (Long.BYTES + Integer.BYTES) + size.items() * Integer.BYTES;
  }

  private static final class Search {
    private final Args args;
    private final Csr graph;
    private final Pace pace;

    /// The vertices from the root to the current one, and the next entry of each.
    private final int[] path;

    private final long[] next;
    private int reached;
    private int left;
    private int trees;
    private int deepest;

    Search(Args args, Pace pace) {
      this.args = args;
      this.graph = args.graph();
      this.pace = pace;
      this.path = new int[graph.vertices()];
      this.next = new long[graph.vertices()];
      pace.fill(args.discovery(), (byte) -1);
      pace.fill(args.finish(), (byte) -1);
      pace.fill(args.parents(), (byte) -1);
      pace.fill(args.depths(), (byte) -1);
    }

    void start(int root) {
      if (isReached(root)) {
        return;
      }
      trees++;
      discover(root, -1, 0);
      int depth = 0;
      while (depth >= 0) {
        int v = path[depth];
        int found = nextUnreached(v, depth);
        if (found >= 0) {
          depth++;
          discover(found, v, depth);
        } else {
          finish(v);
          depth--;
        }
        pace.step(reached);
      }
    }

    /// The vertex to go on with, -1 when the rest of the row is reached or too deep.
    private int nextUnreached(int v, int depth) {
      if (depth == args.maxDepth()) {
        return -1;
      }
      for (long end = graph.offset(v + 1); next[depth] < end; ) {
        int neighbour = graph.neighbour(next[depth]++);
        if (!isReached(neighbour)) {
          return neighbour;
        }
        pace.step(reached);
      }
      return -1;
    }

    private void discover(int v, int parent, int depth) {
      path[depth] = v;
      next[depth] = graph.offset(v);
      args.discovery().setAtIndex(JAVA_INT, v, reached);
      args.preorder().setAtIndex(JAVA_INT, reached++, v);
      args.parents().setAtIndex(JAVA_INT, v, parent);
      args.depths().setAtIndex(JAVA_INT, v, depth);
      deepest = Math.max(deepest, depth);
    }

    private void finish(int v) {
      args.finish().setAtIndex(JAVA_INT, v, left);
      args.postorder().setAtIndex(JAVA_INT, left++, v);
    }

    private boolean isReached(int v) {
      return args.depths().getAtIndex(JAVA_INT, v) >= 0;
    }
  }
}
