package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrPagerank;
import dev.gatun.internal.kernel.Weights;
import java.lang.foreign.MemorySegment;

/// The formula of `gatun/csr_pagerank.h`, literally. Each iteration first settles what every vertex
/// gives along an edge of weight 1, then lets every vertex collect.
public final class CsrPagerankReference implements CsrPagerank {
  @Override
  public Result run(Args args, Execution execution) {
    int n = args.inGraph().vertices();
    if (n == 0) {
      return new Result(0, true, 0);
    }
    Pace pace = new Pace(execution, args.maxIterations());
    if (!args.warmStart()) {
      for (int v = 0; v < n; v++) {
        args.ranks().setAtIndex(JAVA_DOUBLE, v, 1.0 / n);
        pace.step(0);
      }
    }
    double[] shares = new double[n];
    double error = 0;
    for (long i = 0; i < args.maxIterations(); i++) {
      double danglingRank = give(args, shares, i, pace);
      error = collect(args, shares, danglingRank, i, pace);
      if (error < args.tolerance()) {
        return new Result(i + 1, true, error);
      }
    }
    return new Result(args.maxIterations(), false, error);
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return 3L * size.vertices() * Double.BYTES;
  }

  /// Computes what each vertex gives along an edge of weight 1.
  ///
  /// @return the rank of all dangling vertices
  private static double give(Args args, double[] shares, long iteration, Pace pace) {
    CompensatedSum danglingRank = new CompensatedSum();
    for (int u = 0; u < shares.length; u++) {
      double rank = args.ranks().getAtIndex(JAVA_DOUBLE, u);
      double out = outWeight(args, u);
      if (out == 0) {
        danglingRank.add(rank);
        shares[u] = 0;
      } else {
        shares[u] = args.singlePrecision() ? (float) (rank / out) : rank / out;
      }
      pace.step(iteration);
    }
    return danglingRank.value();
  }

  /// Computes the new ranks.
  ///
  /// @return by how much they differ from the old ones
  private static double collect(
      Args args, double[] shares, double danglingRank, long iteration, Pace pace) {
    Csr graph = args.inGraph();
    MemorySegment ranks = args.ranks();
    CompensatedSum error = new CompensatedSum();
    for (int v = 0; v < shares.length; v++) {
      double sum = 0;
      for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
        sum += shares[graph.neighbour(e)] * Weights.asDouble(graph, e);
        pace.step(iteration);
      }
      double old = ranks.getAtIndex(JAVA_DOUBLE, v);
      double next =
          args.alpha() * (sum + fromDangling(args, v, old, danglingRank))
              + (1 - args.alpha()) * teleport(args, v);
      ranks.setAtIndex(JAVA_DOUBLE, v, next);
      error.add(Math.abs(next - old));
      pace.step(iteration);
    }
    return error.value();
  }

  private static double fromDangling(Args args, int v, double rank, double danglingRank) {
    return switch (args.dangling()) {
      case TELEPORT -> danglingRank * teleport(args, v);
      case UNIFORM -> danglingRank / args.inGraph().vertices();
      case SELF -> outWeight(args, v) == 0 ? rank : 0;
      case DROP -> 0;
    };
  }

  /// Edges that can be followed out of a vertex, by weight. A vertex with none is dangling.
  private static double outWeight(Args args, int u) {
    MemorySegment sums = args.outWeightSums();
    return sums != null
        ? sums.getAtIndex(JAVA_DOUBLE, u)
        : args.outOffsets().getAtIndex(JAVA_LONG, u + 1L)
            - args.outOffsets().getAtIndex(JAVA_LONG, u);
  }

  private static double teleport(Args args, int v) {
    MemorySegment teleport = args.teleport();
    return teleport != null ? teleport.getAtIndex(JAVA_DOUBLE, v) : 1.0 / args.inGraph().vertices();
  }
}
