package dev.gatun.internal.reference;

import dev.gatun.graph.SsspMethod;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrSssp;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.internal.kernel.Weights;

/// Dijkstra's algorithm, whatever method is asked for, in O((n + entries) log n).
///
/// Source: E. W. Dijkstra, A Note on Two Problems in Connexion with Graphs, Numerische Mathematik
/// 1, 1959.
public final class CsrSsspReference implements CsrSssp {
  @Override
  public Result run(Args args, Execution execution) {
    Csr graph = args.graph();
    int[] sources = Sources.checked(args.sources(), graph.vertices());
    Pace pace = new Pace(execution, graph.vertices());
    checkWeights(graph, pace);
    PathLengths lengths = new PathLengths(graph, args.distances(), pace);
    int reached = search(graph, sources, lengths, pace);
    if (lengths.overflowed()) {
      checkOverflow(graph, lengths, reached, pace);
    }
    if (args.parents() != null) {
      new PathParents(graph, lengths, args.parents(), pace).find(sources, reached, execution);
    }
    return new Result(reached, SsspMethod.DIJKSTRA, 0);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return 4L * size.vertices() * Long.BYTES + size.items() * Integer.BYTES;
  }

  private static void checkWeights(Csr graph, Pace pace) {
    if (graph.weightType() == WeightType.NONE) {
      return;
    }
    for (long e = 0; e < graph.entries(); e++) {
      // NaN fails the comparison too.
      if (!(Weights.asDouble(graph, e) >= 0)) {
        throw new IllegalArgumentException(Messages.weight(graph, e));
      }
      pace.step(0);
    }
  }

  /// Finds all lengths.
  ///
  /// @return vertices reached
  private static int search(Csr graph, int[] sources, PathLengths lengths, Pace pace) {
    VertexHeap heap = new VertexHeap(graph.vertices(), lengths);
    for (int source : sources) {
      lengths.set(source, 0);
      heap.update(source);
    }
    int settled = 0;
    while (!heap.isEmpty()) {
      int u = heap.removeNearest();
      for (long e = graph.offset(u), end = graph.offset(u + 1); e < end; e++) {
        int v = graph.neighbour(e);
        long length = lengths.plus(lengths.get(u), e);
        if (length < lengths.get(v)) {
          lengths.set(v, length);
          heap.update(v);
        }
        pace.step(settled);
      }
      settled++;
      pace.step(settled);
    }
    return settled;
  }

  /// An unreached neighbour of a reached vertex: every path to it is too long.
  private static void checkOverflow(Csr graph, PathLengths lengths, int reached, Pace pace) {
    for (int u = 0; u < graph.vertices(); u++) {
      for (long e = graph.offset(u), end = graph.offset(u + 1); e < end; e++) {
        if (lengths.isReached(u) && !lengths.isReached(graph.neighbour(e))) {
          throw new ArithmeticException(Messages.distanceOverflow());
        }
        pace.step(reached);
      }
      pace.step(reached);
    }
  }
}
