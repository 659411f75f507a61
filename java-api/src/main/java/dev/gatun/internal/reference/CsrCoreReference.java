package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.GraphSize;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCore;
import java.lang.foreign.MemorySegment;

/// Takes vertices off in the order of the neighbours they have left; what a vertex has then, or the
/// most that any one before had, is its core number. All vertices stand in one array in that order,
/// and one that loses a neighbour changes places with the first of its degree.
///
/// Source: V. Batagelj, M. Zaversnik, An O(m) Algorithm for Cores Decomposition of Networks, arXiv
/// cs/0310049, 2003.
public final class CsrCoreReference implements CsrCore {
  @Override
  public Result run(Args args, Execution execution) {
    return new Peeling(args, execution).run();
  }

  @Override
  public long scratchBytes(GraphSize size, Execution execution) {
    return 3L * size.vertices() * Integer.BYTES;
  }

  /// The state of one run.
  private static final class Peeling {
    private final Csr graph;
    private final int n;

    /// Neighbours left, which become core numbers.
    private final MemorySegment cores;

    /// Where each degree begins in `order`.
    private final int[] begin;

    private final int[] order;

    /// Where each vertex is in `order`.
    private final int[] place;

    private final Pace pace;

    Peeling(Args args, Execution execution) {
      graph = args.graph();
      n = graph.vertices();
      cores = args.cores();
      begin = new int[n + 1];
      order = new int[n];
      place = new int[n];
      pace = new Pace(execution, n);
    }

    Result run() {
      sort();
      int most = 0;
      for (int i = 0; i < n; i++) {
        int v = order[i];
        int core = core(v);
        most = Math.max(most, core);
        for (long e = graph.offset(v), end = graph.offset(v + 1); e < end; e++) {
          int w = graph.neighbour(e);
          if (core(w) > core) {
            lower(w);
          }
          pace.step(i);
        }
        pace.step(i);
      }
      return new Result(most);
    }

    private int core(int v) {
      return cores.getAtIndex(JAVA_INT, v);
    }

    /// By degree. `begin` goes from counts to ends to beginnings.
    private void sort() {
      for (int v = 0; v < n; v++) {
        int degree = (int) (graph.offset(v + 1) - graph.offset(v));
        cores.setAtIndex(JAVA_INT, v, degree);
        begin[degree]++;
        pace.step(0);
      }
      for (int d = 1; d <= n; d++) {
        begin[d] += begin[d - 1];
      }
      for (int v = n - 1; v >= 0; v--) {
        place[v] = --begin[core(v)];
        order[place[v]] = v;
        pace.step(0);
      }
    }

    /// One neighbour less: from the first place of its degree to the last of the one below.
    private void lower(int w) {
      int degree = core(w);
      int at = begin[degree]++;
      int first = order[at];
      order[place[w]] = first;
      place[first] = place[w];
      order[at] = w;
      place[w] = at;
      cores.setAtIndex(JAVA_INT, w, degree - 1);
    }
  }
}
