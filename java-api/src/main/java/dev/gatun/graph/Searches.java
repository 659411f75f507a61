package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBfs;
import dev.gatun.internal.kernel.CsrSssp;
import java.lang.foreign.MemorySegment;

/// Calls that start at given vertices.
final class Searches {
  private Searches() {}

  static BfsResult bfs(CsrGraph graph, Bfs options, RunOptions run) {
    try (Execution execution = Execution.begin("bfs", run)) {
      Csr csr = graph.use(execution);
      Region region = execution.resultRegion();
      MemorySegment distances = region.allocate(csr.vertices(), JAVA_INT.byteSize());
      MemorySegment parents =
          options.parents() == Parents.NONE
              ? null
              : region.allocate(csr.vertices(), JAVA_INT.byteSize());
      CsrBfs.Args args =
          new CsrBfs.Args(
              csr,
              graph.inEdges().ifAtHand(execution),
              offHeap(options.sources(), execution),
              options.maxDepth(),
              options.parents(),
              distances,
              parents);
      CsrBfs.Result summary = Kernels.CSR_BFS.call(args, work(csr), execution);
      return new BfsResult(
          execution.keep(region), execution.complete(), distances, parents, summary);
    }
  }

  static SsspResult shortestPaths(CsrGraph graph, ShortestPaths options, RunOptions run) {
    try (Execution execution = Execution.begin("shortest paths", run)) {
      Csr csr = graph.use(execution);
      Region region = execution.resultRegion();
      MemorySegment distances = region.allocate(csr.vertices(), JAVA_DOUBLE.byteSize());
      MemorySegment parents =
          options.parents() ? region.allocate(csr.vertices(), JAVA_INT.byteSize()) : null;
      CsrSssp.Args args =
          new CsrSssp.Args(
              csr,
              offHeap(options.sources(), execution),
              options.method(),
              options.delta(),
              distances,
              parents);
      CsrSssp.Result summary = Kernels.CSR_SSSP.call(args, work(csr), execution);
      return new SsspResult(
          execution.keep(region),
          execution.complete(),
          csr.weightType().isInteger(),
          distances,
          parents,
          summary);
    }
  }

  static Work work(Csr csr) {
    return new Work(csr.entries(), csr.bytes());
  }

  static MemorySegment offHeap(int[] values, Execution execution) {
    MemorySegment copy = execution.scratch().allocate(values.length, JAVA_INT.byteSize());
    MemorySegment.copy(values, 0, copy, JAVA_INT, 0, values.length);
    return copy;
  }
}
