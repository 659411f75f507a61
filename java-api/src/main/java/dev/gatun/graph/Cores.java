package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCore;
import java.lang.foreign.MemorySegment;

/// Core numbers: the largest k for which a vertex belongs to the k-core, the largest subgraph in
/// which every vertex has at least k neighbours. They are those of the underlying undirected simple
/// graph: the direction of edges, loops, parallel edges and weights do not count. O(n + entries).
///
/// Sources: S. B. Seidman, Network Structure and Minimum Degree, Social Networks 5(3), 1983; V.
/// Batagelj, M. Zaversnik, An O(m) Algorithm for Cores Decomposition of Networks, arXiv cs/0310049,
/// 2003.
public record Cores() implements GraphAlgorithm<CoresResult> {
  @Override
  public CoresResult run(CsrGraph graph, RunOptions options) {
    try (Execution execution = Execution.begin("core numbers", options)) {
      Csr csr = Undirected.of(graph, execution);
      Region region = execution.resultRegion();
      MemorySegment cores = region.allocate(csr.vertices(), JAVA_INT.byteSize());
      CsrCore.Result summary =
          Kernels.CSR_CORE.call(new CsrCore.Args(csr, cores), Searches.work(csr), execution);
      return new CoresResult(execution.keep(region), execution.complete(), cores, summary);
    }
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Estimate.of("core numbers", graph, options)
        .undirected()
        .result(graph.vertices(), JAVA_INT)
        .kernelOnUndirected(Kernels.CSR_CORE, 0)
        .total();
  }
}
