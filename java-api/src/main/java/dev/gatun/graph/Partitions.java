package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCommunities;
import dev.gatun.internal.kernel.CsrCommunities.Method;
import dev.gatun.internal.kernel.CsrLabelPropagation;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Calls that divide a graph into communities.
final class Partitions {
  private Partitions() {}

  /// What a search is told.
  record Search(
      Method method,
      double resolution,
      boolean weighted,
      long seed,
      int maxRounds,
      int maxLevels,
      double minGain) {
    static Search given(double resolution, boolean weighted) {
      return new Search(Method.GIVEN, resolution, weighted, 0, 1, 1, 0);
    }
  }

  /// A call's graph and what its result will be made of.
  private record Call(
      Execution execution, Csr out, @Nullable Csr in, MemorySegment labels, Region region) {
    static Call on(CsrGraph graph, Execution execution) {
      Csr out = graph.use(execution);
      Csr in = graph.isDirected() ? graph.inEdges().get(execution) : null;
      Region region = execution.resultRegion();
      return new Call(
          execution, out, in, region.allocate(out.vertices(), JAVA_INT.byteSize()), region);
    }

    Work work() {
      return Searches.work(out);
    }

    CsrCommunities.Result divide(Search search, MemorySegment compact) {
      boolean weighted = search.weighted && out.weightType() != WeightType.NONE;
      CsrCommunities.Args args =
          new CsrCommunities.Args(
              weighted ? out : Rankings.unweighted(out),
              weighted || in == null ? in : Rankings.unweighted(in),
              search.method,
              search.resolution,
              search.seed,
              search.maxRounds,
              search.maxLevels,
              search.minGain,
              labels,
              compact);
      return Kernels.CSR_COMMUNITIES.call(args, work(), execution);
    }

    MemorySegment compact() {
      return region.allocate(out.vertices(), JAVA_INT.byteSize());
    }

    /// A result whose communities are called by the labels that the search has found.
    CommunitiesResult found(
        MemorySegment compact, CsrCommunities.Result summary, boolean converged) {
      return result(labels, compact, summary, converged);
    }

    /// A result whose communities are called by their smallest vertices, whatever their labels.
    CommunitiesResult renamed(
        MemorySegment compact, CsrCommunities.Result summary, boolean converged) {
      MemorySegment names = region.allocate(out.vertices(), JAVA_INT.byteSize());
      int[] smallest = new int[Math.toIntExact(summary.count())];
      int known = 0;
      for (int v = 0; v < out.vertices(); v++) {
        int number = compact.getAtIndex(JAVA_INT, v);
        if (number == known) {
          smallest[known++] = v;
        }
        names.setAtIndex(JAVA_INT, v, smallest[number]);
      }
      return result(names, compact, summary, converged);
    }

    private CommunitiesResult result(
        MemorySegment names,
        MemorySegment compact,
        CsrCommunities.Result summary,
        boolean converged) {
      return new CommunitiesResult(
          execution.keep(region), execution.complete(), names, labels, compact, summary, converged);
    }
  }

  static CommunitiesResult search(CsrGraph graph, Search search, RunOptions run) {
    try (Execution execution = Execution.begin("communities", run)) {
      Call call = Call.on(graph, execution);
      MemorySegment compact = call.compact();
      CsrCommunities.Result summary = call.divide(search, compact);
      return call.found(compact, summary, summary.rounds() < search.maxRounds);
    }
  }

  static CommunitiesResult score(CsrGraph graph, Modularity given, RunOptions run) {
    int[] labels = given.labels();
    if (labels.length != graph.vertices()) {
      throw new IllegalArgumentException(
          labels.length + " labels for a graph of " + graph.vertices() + " vertices");
    }
    try (Execution execution = Execution.begin("modularity", run)) {
      Call call = Call.on(graph, execution);
      MemorySegment.copy(labels, 0, call.labels, JAVA_INT, 0, labels.length);
      MemorySegment compact = call.compact();
      Search search = Search.given(given.resolution(), given.weighted());
      return call.renamed(compact, call.divide(search, compact), true);
    }
  }

  static CommunitiesResult propagate(CsrGraph graph, LabelPropagation options, RunOptions run) {
    try (Execution execution = Execution.begin("label propagation", run)) {
      Call call = Call.on(graph, execution);
      CsrLabelPropagation.Args args =
          new CsrLabelPropagation.Args(call.out, call.in, options.maxIterations(), call.labels);
      CsrLabelPropagation.Result end =
          Kernels.CSR_LABEL_PROPAGATION.call(args, call.work(), execution);
      MemorySegment compact = call.compact();
      CsrCommunities.Result score = call.divide(Search.given(1, false), compact);
      return call.renamed(
          compact,
          new CsrCommunities.Result(score.count(), 0, 0, end.iterations(), score.modularity()),
          end.converged());
    }
  }

  static MemoryEstimate estimate(CsrGraph graph, Method method, RunOptions run) {
    return estimateOf("communities", graph, method, run).total();
  }

  static MemoryEstimate estimateOfPropagation(CsrGraph graph, RunOptions run) {
    return estimateOf("label propagation", graph, Method.GIVEN, run)
        .kernel(Kernels.CSR_LABEL_PROPAGATION, entries(graph), 0)
        .total();
  }

  private static Estimate estimateOf(
      String operation, CsrGraph graph, Method method, RunOptions run) {
    Estimate estimate =
        Estimate.of(operation, graph, run)
            .result((method == Method.GIVEN ? 3L : 2L) * graph.vertices(), JAVA_INT)
            .kernel(Kernels.CSR_COMMUNITIES, entries(graph), method.ordinal());
    return graph.isDirected() ? estimate.inEdges() : estimate;
  }

  /// Entries of the rows that kernels read.
  private static long entries(CsrGraph graph) {
    return graph.isDirected() ? 2 * graph.entries() : graph.entries();
  }

  static void checkResolution(double resolution) {
    if (!(resolution >= 0 && resolution < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "resolution " + resolution + " is not a finite number from 0 up");
    }
  }

  static void checkLimits(int maxRounds, int maxLevels, double minGain) {
    if (maxRounds < 1) {
      throw new IllegalArgumentException("max rounds " + maxRounds + " is less than 1");
    }
    if (maxLevels < 1) {
      throw new IllegalArgumentException("max levels " + maxLevels + " is less than 1");
    }
    if (!(minGain >= 0)) {
      throw new IllegalArgumentException("min gain " + minGain + " is not a number from 0 up");
    }
  }
}
