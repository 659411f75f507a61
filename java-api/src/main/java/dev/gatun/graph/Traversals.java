package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBipartite;
import dev.gatun.internal.kernel.CsrColouring;
import dev.gatun.internal.kernel.CsrComponents;
import dev.gatun.internal.kernel.CsrDfs;
import dev.gatun.internal.kernel.CsrScc;
import dev.gatun.internal.kernel.CsrToposort;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Calls that go through a whole graph in a certain order.
final class Traversals {
  private Traversals() {}

  static DepthFirstResult depthFirst(CsrGraph graph, DepthFirst options, RunOptions run) {
    try (Execution execution = Execution.begin("depth-first search", run)) {
      Csr csr = graph.use(execution);
      Region region = execution.resultRegion();
      CsrDfs.Args args =
          new CsrDfs.Args(
              csr,
              options.everyVertex() ? null : Searches.offHeap(options.sources(), execution),
              options.maxDepth(),
              perVertex(csr, region),
              perVertex(csr, region),
              perVertex(csr, region),
              perVertex(csr, region),
              perVertex(csr, region),
              perVertex(csr, region));
      CsrDfs.Result summary = Kernels.CSR_DFS.call(args, Searches.work(csr), execution);
      return new DepthFirstResult(execution.keep(region), execution.complete(), args, summary);
    }
  }

  static ComponentsResult strongComponents(CsrGraph graph, RunOptions run) {
    try (Execution execution = Execution.begin("strong components", run)) {
      Csr csr = graph.use(execution);
      Region region = execution.resultRegion();
      CsrScc.Args args = new CsrScc.Args(csr, perVertex(csr, region), perVertex(csr, region));
      CsrScc.Result summary = Kernels.CSR_SCC.call(args, Searches.work(csr), execution);
      return new ComponentsResult(
          execution.keep(region),
          execution.complete(),
          args.labels(),
          Objects.requireNonNull(args.compact()),
          new CsrComponents.Result(summary.count(), summary.largest()));
    }
  }

  static TopologicalOrderResult topologicalOrder(CsrGraph graph, RunOptions run) {
    try (Execution execution = Execution.begin("topological order", run)) {
      Csr csr = graph.use(execution);
      Region region = execution.resultRegion();
      CsrToposort.Args args =
          new CsrToposort.Args(csr, perVertex(csr, region), perVertex(csr, region));
      CsrToposort.Result summary = Kernels.CSR_TOPOSORT.call(args, Searches.work(csr), execution);
      return new TopologicalOrderResult(
          execution.keep(region), execution.complete(), args, summary);
    }
  }

  static BipartiteResult bipartite(CsrGraph graph, RunOptions run) {
    try (Execution execution = Execution.begin("bipartite", run)) {
      Csr csr = graph.use(execution);
      Csr in = graph.inEdges().get(execution);
      Region region = execution.resultRegion();
      CsrBipartite.Args args = new CsrBipartite.Args(csr, in, perVertex(csr, region));
      CsrBipartite.Result summary = Kernels.CSR_BIPARTITE.call(args, Searches.work(csr), execution);
      return new BipartiteResult(execution.keep(region), execution.complete(), args, summary);
    }
  }

  static ColouringResult colouring(CsrGraph graph, Colouring options, RunOptions run) {
    try (Execution execution = Execution.begin("colouring", run)) {
      Region region = execution.resultRegion();
      CsrColouring.Args args = greedy(graph, options.order(), false, region, execution);
      CsrColouring.Result summary = call(args, execution);
      return new ColouringResult(execution.keep(region), execution.complete(), args, summary);
    }
  }

  static IndependentSetResult independentSet(
      CsrGraph graph, IndependentSet options, RunOptions run) {
    try (Execution execution = Execution.begin("independent set", run)) {
      Region region = execution.resultRegion();
      CsrColouring.Args args = greedy(graph, options.order(), true, region, execution);
      CsrColouring.Result summary = call(args, execution);
      return new IndependentSetResult(execution.keep(region), execution.complete(), args, summary);
    }
  }

  private static CsrColouring.Args greedy(
      CsrGraph graph, GreedyOrder order, boolean independent, Region region, Execution execution) {
    Csr csr = graph.use(execution);
    Csr in = graph.inEdges().get(execution);
    return new CsrColouring.Args(csr, in, order, independent, perVertex(csr, region));
  }

  private static CsrColouring.Result call(CsrColouring.Args args, Execution execution) {
    return Kernels.CSR_COLOURING.call(args, Searches.work(args.graph()), execution);
  }

  private static MemorySegment perVertex(Csr csr, Region region) {
    return region.allocate(csr.vertices(), JAVA_INT.byteSize());
  }
}
