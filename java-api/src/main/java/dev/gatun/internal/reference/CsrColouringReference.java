package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.graph.GreedyOrder;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.CsrColouring;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// One vertex after the other takes the smallest colour that none of its neighbours has yet.
///
/// Source: D. J. A. Welsh, M. B. Powell, An Upper Bound for the Chromatic Number of a Graph and Its
/// Application to Timetabling Problems, Comput. J. 10(1), 1967.
public final class CsrColouringReference implements CsrColouring {
  private static final int NONE = -1;

  @Override
  public Result run(Args args, Execution execution) {
    int n = args.graph().vertices();
    Pace pace = new Pace(execution, n);
    BothWays edges = new BothWays(args.graph(), args.inGraph(), pace);
    pace.fill(args.colours(), (byte) NONE);
    int[] order = order(edges, args.order(), n);
    return new Result(
        args.independent() ? choose(args.colours(), edges, order) : colour(args, edges, order));
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * (Long.BYTES + 2 * Integer.BYTES);
  }

  private static int[] order(BothWays edges, GreedyOrder order, int n) {
    long[] keys = new long[n];
    for (int v = 0; v < n; v++) {
      long degree = Math.min(edges.degree(v), n);
      long first =
          switch (order) {
            case ID -> 0;
            case LARGEST_FIRST -> n - degree;
            case SMALLEST_FIRST -> degree;
          };
      keys[v] = first << 32 | v;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private static int colour(Args args, BothWays edges, int[] order) {
    MemorySegment colours = args.colours();
    // For each colour the last vertex that could not have it.
    int[] takenFrom = new int[order.length + 1];
    Arrays.fill(takenFrom, NONE);
    int count = 0;
    for (int v : order) {
      edges.forEach(
          v,
          neighbour -> {
            int taken = get(colours, neighbour);
            if (taken != NONE) {
              takenFrom[taken] = v;
            }
          });
      int colour = 0;
      while (takenFrom[colour] == v) {
        colour++;
      }
      colours.setAtIndex(JAVA_INT, v, colour);
      count = Math.max(count, colour + 1);
    }
    return count;
  }

  private static int choose(MemorySegment chosen, BothWays edges, int[] order) {
    int count = 0;
    for (int v : order) {
      boolean[] free = {true};
      edges.forEach(v, neighbour -> free[0] &= get(chosen, neighbour) != 1);
      chosen.setAtIndex(JAVA_INT, v, free[0] ? 1 : 0);
      count += free[0] ? 1 : 0;
    }
    return count;
  }

  private static int get(MemorySegment colours, int v) {
    return colours.getAtIndex(JAVA_INT, v);
  }
}
