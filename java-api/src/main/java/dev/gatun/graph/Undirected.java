package dev.gatun.graph;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import java.util.concurrent.atomic.AtomicBoolean;

/// The underlying undirected simple graph: u and v are neighbours when there is an edge between
/// them in either direction, once, and nobody is their own neighbour. Each edge stands in both
/// rows, rows ascend, there are no weights.
final class Undirected {
  /// Rows a worker looks at between looks at cancellation.
  private static final int ROWS = 1 << 14;

  /// Entries of one row, likewise.
  private static final int ENTRIES = 1 << 16;

  private Undirected() {}

  /// The graph's own CSR when it is that already (its weights aside), else built in scratch memory
  /// of the call. O(1) for an undirected graph built without loops and duplicates, else O(n +
  /// entries).
  static Csr of(CsrGraph graph, Execution execution) {
    Csr csr = graph.use(execution);
    if (!graph.isDirected() && isSimple(graph, csr, execution)) {
      return csr;
    }
    CsrBuild.Tuples tuples =
        new CsrBuild.Tuples(
            InEdges.expandRows(csr, execution),
            csr.neighbours(),
            1,
            csr.entries(),
            null,
            WeightType.NONE);
    CsrBuild.Args args =
        new CsrBuild.Args(
            csr.vertices(),
            tuples,
            graph.isDirected(),
            false,
            false,
            Duplicates.FIRST,
            true,
            execution.scratch());
    return Kernels.CSR_BUILD.call(args, new Work(csr.entries(), csr.bytes()), execution);
  }

  /// Whether [#of] is known to have nothing to build. O(1).
  static boolean isAtHand(CsrGraph graph) {
    return !graph.isDirected() && Boolean.TRUE.equals(graph.simple());
  }

  /// Whether rows ascend strictly and are free of loops; the graph remembers.
  private static boolean isSimple(CsrGraph graph, Csr csr, Execution execution) {
    Boolean known = graph.simple();
    boolean simple = known != null ? known : looksSimple(csr, execution);
    graph.simple(simple);
    return simple;
  }

  private static boolean looksSimple(Csr csr, Execution execution) {
    int n = csr.vertices();
    int workers = execution.threadsFor(csr.entries(), 1 << 16);
    AtomicBoolean simple = new AtomicBoolean(true);
    Parallel.run(
        execution,
        workers,
        n,
        (worker, step) -> {
          int end = (int) ((long) n * (worker + 1) / workers);
          for (int from = (int) ((long) n * worker / workers); from < end; from += ROWS) {
            int to = Math.min(end, from + ROWS);
            for (int v = from; v < to && simple.get(); v++) {
              if (!isSimple(csr, v, step)) {
                simple.set(false);
              }
            }
            step.advance(to - from);
          }
        });
    return simple.get();
  }

  private static boolean isSimple(Csr csr, int v, Parallel.Step step) {
    int before = -1;
    for (long e = csr.offset(v), last = csr.offset(v + 1); e < last; e++) {
      int neighbour = csr.neighbour(e);
      if (neighbour <= before || neighbour == v) {
        return false;
      }
      before = neighbour;
      if (e % ENTRIES == ENTRIES - 1) {
        step.advance(0);
      }
    }
    return true;
  }
}
