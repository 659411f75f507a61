package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrWalks;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.internal.kernel.Weights;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// One walk after the other, as `gatun/csr_walks.h` has it.
public final class CsrWalksReference implements CsrWalks {
  /// Edges that a second-order step draws before it looks at all of the row, or as many as the row
  /// has.
  private static final int LEAST_DRAWS = 32;

  @Override
  public Result run(Args args, Execution execution) {
    if (args.walkCount() == 0) {
      return new Result();
    }
    Pace pace = new Pace(execution, args.walkCount());
    int[] starts = null;
    if (args.starts() != null) {
      starts = Sources.checked(args.starts(), args.graph().vertices());
    }
    RowSums sums = RowSums.of(args.graph(), execution, pace);
    Walker walker = new Walker(args, sums, pace);
    for (long i = 0; i < args.walkCount(); i++) {
      long walk = args.firstWalk() + i;
      int start =
          starts == null
              ? (int) (walk % args.graph().vertices())
              : starts[(int) (walk % starts.length)];
      walker.walk(i, new WalkRandom(args.seed(), walk), start);
    }
    return new Result();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    long sums = size.weightType() == WeightType.NONE ? 0 : size.entries() * Double.BYTES;
    return sums + size.items() * Integer.BYTES;
  }

  /// Sums of weights from the begin of each row on.
  ///
  /// @param sums by entry, null for an unweighted graph
  private record RowSums(Csr graph, @Nullable MemorySegment sums) {
    static RowSums of(Csr graph, Execution execution, Pace pace) {
      if (graph.weightType() == WeightType.NONE) {
        return new RowSums(graph, null);
      }
      MemorySegment sums = execution.scratch().allocate(graph.entries(), Double.BYTES);
      for (int v = 0; v < graph.vertices(); v++) {
        double sum = 0;
        for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
          double weight = Weights.asDouble(graph, e);
          sum += weight;
          if (!(weight >= 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(Messages.rowSum(graph, e));
          }
          sums.setAtIndex(JAVA_DOUBLE, e, sum);
          pace.step(0);
        }
      }
      return new RowSums(graph, sums);
    }

    /// The entry that a number stands for, -1 when the row has none to follow.
    long pick(long begin, long end, long number) {
      if (begin == end) {
        return -1;
      }
      if (sums == null) {
        return begin + Math.unsignedMultiplyHigh(number, end - begin);
      }
      double all = sum(end - 1);
      double wanted = WalkRandom.fractionOf(number) * all;
      if (all == 0) {
        return -1;
      }
      // Rounding may bring the product up to the whole sum, which no entry is above.
      return firstAbove(Math.min(wanted, Math.nextDown(all)), begin, end);
    }

    private long firstAbove(double wanted, long begin, long end) {
      long low = begin;
      long high = end;
      while (low < high) {
        long middle = (low + high) >>> 1;
        if (sum(middle) > wanted) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    /// The weight of an entry, as the difference of two sums.
    double weight(long begin, long e) {
      if (sums == null) {
        return 1;
      }
      return e == begin ? sum(e) : sum(e) - sum(e - 1);
    }

    private double sum(long e) {
      return sums == null ? 0 : sums.getAtIndex(JAVA_DOUBLE, e);
    }
  }

  /// Makes the walks of a call.
  private static final class Walker {
    private final Args args;
    private final Csr graph;
    private final RowSums sums;
    private final Pace pace;
    private final boolean secondOrder;
    private final double most;
    private long done;

    Walker(Args args, RowSums sums, Pace pace) {
      this.args = args;
      this.graph = args.graph();
      this.sums = sums;
      this.pace = pace;
      this.secondOrder = args.p() != 1 || args.q() != 1;
      this.most = Math.max(1, Math.max(1 / args.p(), 1 / args.q()));
    }

    void walk(long row, WalkRandom random, int start) {
      int before = -1;
      int at = start;
      for (int i = 0; i < args.length(); i++) {
        args.walks().setAtIndex(JAVA_INT, row * args.length() + i, at);
        int next = at < 0 || i + 1 == args.length() ? -1 : next(random, before, at);
        before = at;
        at = next;
        pace.step(done);
      }
      done++;
    }

    private int next(WalkRandom random, int before, int at) {
      long begin = graph.offset(at);
      long end = graph.offset(at + 1);
      for (long draw = 0; draw < Math.max(LEAST_DRAWS, end - begin); draw++) {
        long e = sums.pick(begin, end, random.next());
        if (e < 0) {
          return -1;
        }
        int to = graph.neighbour(e);
        if (!secondOrder || before < 0 || random.fraction() * most < factor(before, to)) {
          return to;
        }
        pace.step(done);
      }
      return fromAll(random, before, begin, end);
    }

    private double factor(int before, int to) {
      if (to == before) {
        return 1 / args.p();
      }
      return hasEdge(before, to) ? 1 : 1 / args.q();
    }

    private boolean hasEdge(int u, int v) {
      long low = graph.offset(u);
      long end = graph.offset(u + 1);
      if (!graph.sorted()) {
        while (low < end && graph.neighbour(low) != v) {
          low++;
          pace.step(done);
        }
        return low < end;
      }
      long high = end;
      while (low < high) {
        long middle = (low + high) >>> 1;
        if (graph.neighbour(middle) < v) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low < end && graph.neighbour(low) == v;
    }

    /// Two passes over the row: the sum, and the first entry that brings it above the number drawn.
    private int fromAll(WalkRandom random, int before, long begin, long end) {
      double all = 0;
      for (long e = begin; e < end; e++) {
        all += sums.weight(begin, e) * factor(before, graph.neighbour(e));
        pace.step(done);
      }
      double wanted = random.fraction() * all;
      double sum = 0;
      int last = -1;
      for (long e = begin; e < end && sum <= wanted; e++) {
        double weight = sums.weight(begin, e);
        if (weight != 0) {
          last = graph.neighbour(e);
          sum += weight * factor(before, last);
        }
        pace.step(done);
      }
      return last;
    }
  }
}
