package dev.gatun.internal.reference;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCheck;
import dev.gatun.internal.kernel.Messages;

/// Checks all offsets first, since rows can only be looked at when those are right, then the rows.
/// O(n + entries).
public final class CsrCheckReference implements CsrCheck {
  @Override
  public Result run(Args args, Execution execution) {
    Csr graph = args.graph();
    Pace pace = new Pace(execution, graph.vertices() + graph.entries());
    checkOffsets(graph, pace);
    for (int v = 0; v < graph.vertices(); v++) {
      checkRow(graph, v, pace);
    }
    return new Result();
  }

  private static void checkOffsets(Csr graph, Pace pace) {
    require(graph, 0, graph.offset(0) == 0);
    for (int v = 1; v < graph.vertices(); v++) {
      long offset = graph.offset(v);
      require(graph, v, offset >= graph.offset(v - 1) && offset <= graph.entries());
      pace.step();
    }
    require(graph, graph.vertices(), graph.offset(graph.vertices()) == graph.entries());
  }

  private static void require(Csr graph, int row, boolean right) {
    if (!right) {
      throw new IllegalArgumentException(Messages.offset(graph, row));
    }
  }

  private static void checkRow(Csr graph, int v, Pace pace) {
    int least = 0;
    for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
      int neighbour = graph.neighbour(e);
      if (neighbour < 0 || neighbour >= graph.vertices()) {
        throw new IllegalArgumentException(Messages.neighbour(e, neighbour, graph.vertices()));
      }
      if (graph.sorted()) {
        if (neighbour < least) {
          throw new IllegalArgumentException(Messages.unsorted(graph, e));
        }
        least = neighbour;
      }
      pace.step();
    }
  }
}
