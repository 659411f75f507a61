package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Log;
import dev.gatun.internal.exec.Parallel;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrComponents;
import dev.gatun.internal.kernel.CsrPagerank;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.internal.kernel.Weights;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Calls that give every vertex a value.
final class Rankings {

  /// Rows a worker sums between looks at cancellation.
  private static final int ROWS = 1 << 14;

  /// Entries of one row, likewise.
  private static final int ENTRIES = 1 << 16;

  private Rankings() {}

  static ComponentsResult components(CsrGraph graph, RunOptions run) {
    try (Execution execution = Execution.begin("components", run)) {
      Csr csr = graph.use(execution);
      Region region = execution.resultRegion();
      MemorySegment labels = region.allocate(csr.vertices(), JAVA_INT.byteSize());
      MemorySegment compact = region.allocate(csr.vertices(), JAVA_INT.byteSize());
      CsrComponents.Args args =
          new CsrComponents.Args(csr, graph.inEdges().ifAtHand(execution), labels, compact);
      CsrComponents.Result summary =
          Kernels.CSR_COMPONENTS.call(args, Searches.work(csr), execution);
      return new ComponentsResult(
          execution.keep(region), execution.complete(), labels, compact, summary);
    }
  }

  static PageRankResult pageRank(CsrGraph graph, PageRank options, RunOptions run) {
    try (Execution execution = Execution.begin("pagerank", run)) {
      Csr out = graph.use(execution);
      Csr in = graph.inEdges().get(execution);
      boolean weighted = options.weighted() && out.weightType() != WeightType.NONE;
      Region region = execution.resultRegion();
      MemorySegment ranks = region.allocate(out.vertices(), JAVA_DOUBLE.byteSize());
      CsrPagerank.Args args =
          new CsrPagerank.Args(
              weighted ? in : unweighted(in),
              out.offsets(),
              weighted ? outWeightSums(out, execution) : null,
              options.alpha(),
              options.tolerance(),
              options.maxIterations(),
              teleport(options, out.vertices(), execution),
              options.dangling(),
              options.singlePrecision(),
              false,
              ranks);
      CsrPagerank.Result summary = Kernels.CSR_PAGERANK.call(args, Searches.work(out), execution);
      if (!summary.converged() && options.tolerance() > 0 && out.vertices() > 0) {
        Log.log(
            Level.WARNING,
            "PageRank has not converged: after "
                + summary.iterations()
                + " iterations the ranks still change by "
                + summary.error()
                + ", the tolerance is "
                + options.tolerance());
      }
      return new PageRankResult(execution.keep(region), execution.complete(), ranks, summary);
    }
  }

  /// The graph without its weights.
  static Csr unweighted(Csr csr) {
    return new Csr(
        csr.vertices(),
        csr.entries(),
        csr.offsets(),
        csr.neighbours(),
        null,
        WeightType.NONE,
        csr.sorted());
  }

  /// Sum of each row's weights, which must be finite and not negative. The first row that is not so
  /// is reported, whatever the number of workers.
  private static MemorySegment outWeightSums(Csr csr, Execution execution) {
    int n = csr.vertices();
    MemorySegment sums = execution.scratch().allocate(n, JAVA_DOUBLE.byteSize());
    int workers = execution.threadsFor(csr.entries(), 1 << 16);
    @Nullable IllegalArgumentException[] failures = new IllegalArgumentException[workers];
    Parallel.run(
        execution,
        workers,
        n,
        (worker, step) -> {
          int end = (int) ((long) n * (worker + 1) / workers);
          for (int from = (int) ((long) n * worker / workers); from < end; from += ROWS) {
            int to = Math.min(end, from + ROWS);
            try {
              sumRows(csr, sums, from, to, step);
            } catch (IllegalArgumentException e) {
              failures[worker] = e;
              return;
            }
            step.advance(to - from);
          }
        });
    for (IllegalArgumentException failure : failures) {
      if (failure != null) {
        throw failure;
      }
    }
    return sums;
  }

  private static void sumRows(Csr csr, MemorySegment sums, int from, int to, Parallel.Step step) {
    for (int v = from; v < to; v++) {
      sums.setAtIndex(JAVA_DOUBLE, v, rowSum(csr, v, step));
    }
  }

  private static double rowSum(Csr csr, int v, Parallel.Step step) {
    double sum = 0;
    for (long e = csr.offset(v); e < csr.offset(v + 1); e++) {
      double weight = Weights.asDouble(csr, e);
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(Messages.weight(csr, e));
      }
      sum += weight;
      if (e % ENTRIES == ENTRIES - 1) {
        step.advance(0);
      }
    }
    if (sum == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("the out-weights of vertex " + v + " sum to infinity");
    }
    return sum;
  }

  private static @Nullable MemorySegment teleport(PageRank options, int n, Execution execution) {
    double[] wish = options.personalVector();
    int[] sources = options.personalSources();
    if (sources != null) {
      wish = new double[n];
      for (int i = 0; i < sources.length; i++) {
        if (sources[i] < 0 || sources[i] >= n) {
          throw new IllegalArgumentException(Messages.source(i, sources[i], n));
        }
        wish[sources[i]] = 1;
      }
    }
    if (wish == null) {
      return null;
    }
    return normalised(wish, n, execution);
  }

  private static MemorySegment normalised(double[] wish, int n, Execution execution) {
    if (wish.length != n) {
      throw new IllegalArgumentException(
          "the personalisation has " + wish.length + " values, the graph " + n + " vertices");
    }
    for (int v = 0; v < n; v++) {
      if (!(wish[v] >= 0 && wish[v] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "personalisation of vertex "
                + v
                + ": "
                + wish[v]
                + " is not a finite number from 0 up");
      }
    }
    double sum = Arrays.stream(wish).sum();
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the personalisation sums to " + sum);
    }
    MemorySegment teleport = execution.scratch().allocate(n, JAVA_DOUBLE.byteSize());
    for (int v = 0; v < n; v++) {
      teleport.setAtIndex(JAVA_DOUBLE, v, wish[v] / sum);
    }
    return teleport;
  }
}
