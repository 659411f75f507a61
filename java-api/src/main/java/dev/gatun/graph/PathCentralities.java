package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBetweenness;
import java.lang.foreign.MemorySegment;

/// Calls that follow shortest paths from many vertices.
final class PathCentralities {
  private PathCentralities() {}

  static BetweennessResult betweenness(CsrGraph graph, Betweenness options, RunOptions run) {
    try (Execution execution = Execution.begin("betweenness", run)) {
      Csr out = graph.use(execution);
      Csr in = graph.inEdges().get(execution);
      int[] sources = options.chosen(out.vertices());
      Region region = execution.resultRegion();
      MemorySegment scores = region.allocate(out.vertices(), JAVA_DOUBLE.byteSize());
      CsrBetweenness.Args args =
          new CsrBetweenness.Args(
              out, in, offHeap(sources, execution), options.factor(graph), scores);
      Kernels.CSR_BETWEENNESS.call(args, work(out, sources.length), execution);
      return new BetweennessResult(
          execution.keep(region), execution.info(), scores, sources.length);
    }
  }

  private static Work work(Csr csr, int sources) {
    return new Work(csr.entries() * sources, csr.bytes() * sources);
  }

  private static MemorySegment offHeap(int[] values, Execution execution) {
    MemorySegment copy = execution.scratch().allocate(values.length, JAVA_INT.byteSize());
    MemorySegment.copy(values, 0, copy, JAVA_INT, 0, values.length);
    return copy;
  }
}
