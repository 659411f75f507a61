package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The in-edges of a graph (CSC): the graph itself when undirected, else built when first needed
/// and kept. Thread-safe.
final class InEdges {
  /// Rows a worker expands between looks at cancellation.
  private static final int ROWS = 1 << 14;

  /// Entries of one row, likewise.
  private static final int ENTRIES = 1 << 16;

  private final CsrGraph graph;
  private @Nullable Csr built;
  private @Nullable Region region;
  private boolean closed;

  InEdges(CsrGraph graph) {
    this.graph = graph;
  }

  /// In-edges, built by a call of their own when they must be.
  Csr get() {
    Csr known = ifAtHand();
    if (known != null) {
      return known;
    }
    try (Execution execution = Execution.begin("building the in-edges", RunOptions.defaults())) {
      return execution.completed(get(execution));
    }
  }

  /// In-edges for a call, kept from being closed until it ends.
  synchronized Csr get(Execution execution) {
    if (!graph.isDirected()) {
      return graph.use(execution);
    }
    if (closed) {
      throw new IllegalStateException("already closed");
    }
    Csr csr = built;
    Region owner = region;
    if (csr == null || owner == null) {
      owner = execution.resultRegion();
      csr = transpose(graph.use(execution), owner, execution);
      execution.keep(owner);
      built = csr;
      region = owner;
    }
    execution.use(owner);
    return csr;
  }

  /// In-edges for a call that can do without them.
  synchronized @Nullable Csr ifAtHand(Execution execution) {
    return !graph.isDirected() || built != null ? get(execution) : null;
  }

  /// Whether nothing has to be built.
  boolean areAtHand() {
    return ifAtHand() != null;
  }

  private synchronized @Nullable Csr ifAtHand() {
    return graph.isDirected() ? built : graph.csr();
  }

  synchronized long bytes() {
    return region == null ? 0 : region.bytes();
  }

  synchronized void close() {
    if (region != null) {
      region.close();
    }
    closed = true;
  }

  /// Builds the transpose of a graph. Rows come out sorted, since entries go in by ascending row.
  static Csr transpose(Csr graph, Region target, Execution execution) {
    execution.checkpoint(0, graph.entries()); // before memory is zeroed, which takes its time
    MemorySegment rows = expandRows(graph, execution);
    CsrBuild.Tuples tuples =
        new CsrBuild.Tuples(
            rows, graph.neighbours(), 1, graph.entries(), graph.weights(), graph.weightType());
    CsrBuild.Args args =
        new CsrBuild.Args(
            graph.vertices(), tuples, false, true, true, Duplicates.KEEP, false, target);
    Csr turned = Kernels.CSR_BUILD.call(args, new Work(graph.entries(), graph.bytes()), execution);
    return new Csr(
        turned.vertices(),
        turned.entries(),
        turned.offsets(),
        turned.neighbours(),
        turned.weights(),
        turned.weightType(),
        true);
  }

  /// Each entry's row, in scratch memory.
  static MemorySegment expandRows(Csr graph, Execution execution) {
    MemorySegment rows = execution.scratch().allocate(graph.entries(), JAVA_INT.byteSize());
    int n = graph.vertices();
    int workers = execution.threadsFor(graph.entries(), 1 << 16);
    Parallel.run(
        execution,
        workers,
        n,
        (worker, step) -> {
          int end = (int) ((long) n * (worker + 1) / workers);
          for (int from = (int) ((long) n * worker / workers); from < end; from += ROWS) {
            int to = Math.min(end, from + ROWS);
            for (int v = from; v < to; v++) {
              expandRow(graph, v, rows, step);
            }
            step.advance(to - from);
          }
        });
    return rows;
  }

  private static void expandRow(Csr graph, int v, MemorySegment rows, Parallel.Step step) {
    long last = graph.offset(v + 1);
    for (long e = graph.offset(v); e < last; e++) {
      rows.setAtIndex(JAVA_INT, e, v);
      if (e % ENTRIES == ENTRIES - 1) {
        step.advance(0);
      }
    }
  }
}
