package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrBipartite;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Breadth-first search from the smallest vertex of each component. An edge joins vertices of one
/// level or of two that follow each other: the graph has an odd cycle where it joins two of one
/// level, else the parity of the level is the side.
public final class CsrBipartiteReference implements CsrBipartite {
  @Override
  public Result run(Args args, Execution execution) {
    return new Search(args, execution).run();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return 3L * size.vertices() * Integer.BYTES;
  }

  private static final class Search {
    private static final int UNREACHED = -1;

    private final BothWays edges;
    private final MemorySegment sides;
    private final Pace pace;
    private final int[] levels;
    private final int[] queue;
    private int head;
    private int end;

    Search(Args args, Execution execution) {
      int n = args.graph().vertices();
      this.pace = new Pace(execution, n);
      this.edges = new BothWays(args.graph(), args.inGraph(), pace);
      this.sides = args.sides();
      this.levels = new int[n];
      this.queue = new int[n];
      Arrays.fill(levels, UNREACHED);
    }

    Result run() {
      for (int v = 0; v < levels.length; v++) {
        if (levels[v] == UNREACHED) {
          reach(v, 0);
          while (head < end) {
            int levelEnd = end;
            int u = lookAtLevel(levelEnd);
            if (u >= 0) {
              return new Result(0, putCycle(u, neighbour(u, levels[u])));
            }
          }
        }
        pace.step(end);
      }
      long second = 0;
      for (int v = 0; v < levels.length; v++) {
        sides.setAtIndex(JAVA_INT, v, levels[v] % 2);
        second += levels[v] % 2;
      }
      return new Result(second, 0);
    }

    /// The smallest vertex of the level with a neighbour in it, -1 when there is none.
    private int lookAtLevel(int levelEnd) {
      int[] least = {Integer.MAX_VALUE};
      for (; head < levelEnd; head++) {
        int v = queue[head];
        edges.forEach(
            v,
            neighbour -> {
              if (levels[neighbour] == UNREACHED) {
                reach(neighbour, levels[v] + 1);
              } else if (levels[neighbour] == levels[v]) {
                least[0] = Math.min(least[0], v);
              }
            });
      }
      return least[0] == Integer.MAX_VALUE ? -1 : least[0];
    }

    private void reach(int v, int level) {
      levels[v] = level;
      queue[end++] = v;
    }

    /// The smallest neighbour on a level.
    private int neighbour(int v, int level) {
      int[] least = {Integer.MAX_VALUE};
      edges.forEach(
          v,
          neighbour -> {
            if (levels[neighbour] == level) {
              least[0] = Math.min(least[0], neighbour);
            }
          });
      return least[0];
    }

    /// From u up to where the ways up from both meet, and down to v.
    private long putCycle(int u, int v) {
      int[] right = new int[levels[u] + 1];
      int up = 0;
      int left = u;
      for (int other = v; left != other; up++) {
        sides.setAtIndex(JAVA_INT, up, left);
        right[up] = other;
        left = neighbour(left, levels[left] - 1);
        other = neighbour(other, levels[other] - 1);
      }
      sides.setAtIndex(JAVA_INT, up, left);
      for (int i = up - 1; i >= 0; i--) {
        sides.setAtIndex(JAVA_INT, 2L * up - i, right[i]);
      }
      return 2L * up + 1;
    }
  }
}
