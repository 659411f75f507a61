package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrReorder;
import dev.gatun.internal.kernel.Weights;
import java.util.function.IntToLongFunction;

/// Sorts the vertices by what the method says of them, or searches, as `gatun/csr_reorder.h` has
/// it.
public final class CsrReorderReference implements CsrReorder {
  /// Lowest degrees of the groups, in halves of the average.
  private static final int[] GROUP_BOUNDS = {64, 32, 16, 8, 4, 2, 1};

  @Override
  public Result run(Args args, Execution execution) {
    Csr graph = args.graph();
    Pace pace = new Pace(execution, graph.vertices() + graph.entries());
    int[] order = order(args, pace);
    int[] places = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
      args.order().setAtIndex(JAVA_INT, i, order[i]);
      args.places().setAtIndex(JAVA_INT, order[i], i);
      pace.step(i);
    }
    writeEntries(args, order, places, pace);
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return (long) size.vertices() * (2L * Long.BYTES + 2L * Integer.BYTES);
  }

  private static int[] order(Args args, Pace pace) {
    Csr graph = args.graph();
    if (graph.vertices() == 0) {
      return new int[0];
    }
    long average = graph.entries() / graph.vertices();
    return switch (args.method()) {
      case DEGREE -> VertexSort.descending(graph.vertices(), v -> degree(graph, v));
      case HUB_SORT ->
          VertexSort.descending(graph.vertices(), v -> Math.max(average, degree(graph, v)));
      case HUB_CLUSTER ->
          VertexSort.descending(graph.vertices(), v -> degree(graph, v) > average ? 1 : 0);
      case DEGREE_GROUP -> VertexSort.descending(graph.vertices(), group(graph));
      case CUTHILL_MCKEE -> new CuthillMckee(graph, pace).order();
    };
  }

  private static long degree(Csr graph, int v) {
    return graph.offset(v + 1) - graph.offset(v);
  }

  /// The number of a vertex's group, highest first.
  private static IntToLongFunction group(Csr graph) {
    long whole = graph.entries() / graph.vertices();
    long rest = graph.entries() % graph.vertices();
    return v -> {
      int group = GROUP_BOUNDS.length;
      for (int bound : GROUP_BOUNDS) {
        if (2 * degree(graph, v) >= bound * whole + Math.ceilDiv(bound * rest, graph.vertices())) {
          break;
        }
        group--;
      }
      return group;
    };
  }

  private static void writeEntries(Args args, int[] order, int[] places, Pace pace) {
    Csr graph = args.graph();
    long at = 0;
    for (int i = 0; i < order.length; i++) {
      for (long e = graph.offset(order[i]), end = graph.offset(order[i] + 1); e < end; e++, at++) {
        args.rows().setAtIndex(JAVA_INT, at, i);
        args.columns().setAtIndex(JAVA_INT, at, places[graph.neighbour(e)]);
        if (graph.weights() != null && args.weights() != null) {
          Weights.copy(graph.weightType(), graph.weights(), e, args.weights(), at);
        }
        pace.step(order.length + at);
      }
    }
  }
}
