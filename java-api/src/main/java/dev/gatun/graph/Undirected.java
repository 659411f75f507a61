package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

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
    return build(csr, null, graph.isDirected(), Duplicates.FIRST, execution);
  }

  /// The same for a directed graph, with int32 weights that say how many directed edges are behind
  /// an entry: 1, or 2 when there is one each way.
  static Csr withArcs(CsrGraph graph, Execution execution) {
    Csr csr = graph.use(execution);
    if (!isSimple(graph, csr, execution)) {
      csr = build(csr, null, false, Duplicates.FIRST, execution);
    }
    MemorySegment ones = execution.scratch().allocate(csr.entries(), JAVA_INT.byteSize());
    for (long e = 0; e < csr.entries(); e++) {
      ones.setAtIndex(JAVA_INT, e, 1);
      if (e % ENTRIES == 0) {
        execution.checkpoint(e, csr.entries());
      }
    }
    return build(csr, ones, true, Duplicates.SUM, execution);
  }

  /// The edges of a graph without its loops.
  private static Csr build(
      Csr csr,
      @Nullable MemorySegment weights,
      boolean symmetric,
      Duplicates duplicates,
      Execution execution) {
    CsrBuild.Tuples tuples =
        new CsrBuild.Tuples(
            InEdges.expandRows(csr, execution),
            csr.neighbours(),
            1,
            csr.entries(),
            weights,
            weights == null ? WeightType.NONE : WeightType.INT32);
    CsrBuild.Args args =
        new CsrBuild.Args(
            csr.vertices(), tuples, symmetric, false, false, duplicates, true, execution.scratch());
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
