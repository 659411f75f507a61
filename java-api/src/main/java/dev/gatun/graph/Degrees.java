package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import java.lang.foreign.MemorySegment;

/// How many edges each vertex has: parallel edges each count, a self loop counts once at each of
/// its ends that is told apart: once when undirected, once as out-edge and once as in-edge when
/// directed. In-edges are counted without building them. O(n), O(n + entries) when directed. Plain
/// Java on every engine.
public record Degrees() implements GraphAlgorithm<DegreesResult> {
  private static final int STEP = 1 << 14;

  @Override
  public DegreesResult run(CsrGraph graph, RunOptions options) {
    try (Execution execution = Execution.begin("degrees", options)) {
      Csr csr = graph.use(execution);
      int n = csr.vertices();
      Region region = execution.resultRegion();
      MemorySegment out = region.allocate(n, Integer.BYTES);
      MemorySegment in = graph.isDirected() ? region.allocateZeroed((long) n * Integer.BYTES) : out;
      for (int v = 0; v < n; v++) {
        long end = csr.offset(v + 1);
        out.setAtIndex(JAVA_INT, v, Math.toIntExact(end - csr.offset(v)));
        if (graph.isDirected()) {
          for (long e = csr.offset(v); e < end; e++) {
            int u = csr.neighbour(e);
            in.setAtIndex(JAVA_INT, u, Math.addExact(in.getAtIndex(JAVA_INT, u), 1));
          }
        }
        if (v % STEP == 0) {
          execution.checkpoint(v, n);
        }
      }
      execution.report(n, n);
      execution.leave();
      return new DegreesResult(
          execution.keep(region), execution.complete(), graph.isDirected(), out, in);
    }
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    long count = (graph.isDirected() ? 2L : 1L) * graph.vertices();
    return Estimate.of("degrees", graph, options).result(count, JAVA_INT).total();
  }
}
