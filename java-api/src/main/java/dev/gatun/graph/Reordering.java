package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import dev.gatun.internal.kernel.CsrReorder;
import java.lang.foreign.MemorySegment;

/// The same graph with its vertices in another order, so that those which are used together stand
/// together in memory. Immutable.
///
/// It pays where degrees are skewed and ids tell nothing: on a Kronecker graph of 2^20 vertices and
/// 31 million entries with shuffled ids, an iteration of PageRank took 32 ms of CPU time by degree
/// and 39 ms with hubs sorted or clustered, where it took 42 ms as given. The new order costs about
/// as much as a few iterations and the build of the graph once more. It harms where ids already
/// stand for places: on a grid of 4 million vertices in rows, 16 ms as given became 19 ms by degree
/// or hubs; [ReorderMethod#CUTHILL_MCKEE] kept the 16 ms there.
///
/// Vertices keep their names: [CsrGraph#ids()] of the new graph calls them as before. Results that
/// go by dense ids, such as labels of components, are in terms of the new ones. The order is the
/// same on every engine and for any number of threads. O(n + entries), for
/// [ReorderMethod#CUTHILL_MCKEE] a few searches and O(log degree) more.
///
/// @param method what the order goes by
public record Reordering(ReorderMethod method) implements GraphAlgorithm<ReorderingResult> {

  /// By this method.
  public static Reordering by(ReorderMethod method) {
    return new Reordering(method);
  }

  /// Builds the graph in its new order. Rows of a graph whose rows are sorted are so again.
  ///
  /// @throws IllegalArgumentException for [ReorderMethod#CUTHILL_MCKEE] of a directed graph
  @Override
  public ReorderingResult run(CsrGraph graph, RunOptions options) {
    if (method == ReorderMethod.CUTHILL_MCKEE && graph.isDirected()) {
      throw new IllegalArgumentException(
          "Cuthill-McKee is for undirected graphs: build it with undirected()");
    }
    try (Execution execution = Execution.begin("reordering", options)) {
      Csr csr = graph.use(execution);
      Region region = execution.resultRegion();
      CsrReorder.Args args = arguments(csr, region, execution);
      Kernels.CSR_REORDER.call(args, Searches.work(csr), execution);
      Region target = execution.resultRegion();
      Csr reordered = build(args, target, execution);
      CsrGraph result =
          new CsrGraph(
              reordered,
              graph.isDirected(),
              PermutedIds.of(graph.ids(), args.order(), args.places()),
              execution.keep(target),
              execution.complete());
      return new ReorderingResult(
          execution.keep(region), execution.complete(), result, args.order(), args.places());
    }
  }

  private CsrReorder.Args arguments(Csr csr, Region region, Execution execution) {
    Region scratch = execution.scratch();
    return new CsrReorder.Args(
        csr,
        method,
        region.allocate(csr.vertices(), JAVA_INT.byteSize()),
        region.allocate(csr.vertices(), JAVA_INT.byteSize()),
        scratch.allocate(csr.entries(), JAVA_INT.byteSize()),
        scratch.allocate(csr.entries(), JAVA_INT.byteSize()),
        csr.weights() == null ? null : scratch.allocate(csr.entries(), csr.weightType().bytes()));
  }

  private static Csr build(CsrReorder.Args args, Region target, Execution execution) {
    Csr csr = args.graph();
    MemorySegment weights = args.weights();
    CsrBuild.Tuples tuples =
        new CsrBuild.Tuples(
            args.rows(), args.columns(), 1, csr.entries(), weights, csr.weightType());
    CsrBuild.Args build =
        new CsrBuild.Args(
            csr.vertices(), tuples, false, false, true, Duplicates.KEEP, csr.sorted(), target);
    return Kernels.CSR_BUILD.call(build, new Work(csr.entries(), csr.bytes()), execution);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    long entries = graph.entries();
    return Estimate.of("reordering", graph, options)
        .result(2L * graph.vertices() + entries, JAVA_INT)
        .result(graph.vertices() + 1L, JAVA_LONG)
        .result(entries * graph.weightType().bytes(), JAVA_BYTE)
        .scratch(2 * entries, JAVA_INT)
        .scratch(entries * graph.weightType().bytes(), JAVA_BYTE)
        .kernel(Kernels.CSR_REORDER, 0)
        .kernel(Kernels.CSR_BUILD, entries)
        .total();
  }
}
