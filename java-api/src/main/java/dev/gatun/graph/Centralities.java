package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.gatun.RunInfo;
import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Log;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCentrality;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Calls that iterate to a fixed point of multiplying with the adjacency matrix.
final class Centralities {

  private Centralities() {}

  /// What their algorithms have in common.
  record Settings(
      CsrCentrality.Kind kind,
      double alpha,
      double tolerance,
      long maxIterations,
      boolean weighted) {
    boolean hasHubs() {
      return kind == CsrCentrality.Kind.HITS;
    }

    String operation() {
      return kind.name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a call came to, its memory now the caller's.
  record Outcome(
      Region region,
      RunInfo info,
      MemorySegment values,
      @Nullable MemorySegment hubs,
      CsrCentrality.Result summary) {}

  static void check(double tolerance, long maxIterations) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("tolerance " + tolerance + " is not a number from 0 up");
    }
    if (maxIterations < 0) {
      throw new IllegalArgumentException("max iterations " + maxIterations + " is negative");
    }
  }

  static Outcome run(CsrGraph graph, Settings settings, RunOptions options) {
    try (Execution execution = Execution.begin(settings.operation(), options)) {
      Csr out = graph.use(execution);
      Csr in = graph.inEdges().get(execution);
      Region region = execution.resultRegion();
      MemorySegment values = region.allocate(out.vertices(), JAVA_DOUBLE.byteSize());
      MemorySegment hubs =
          settings.hasHubs() ? region.allocate(out.vertices(), JAVA_DOUBLE.byteSize()) : null;
      CsrCentrality.Args args =
          new CsrCentrality.Args(
              settings.weighted() ? out : Rankings.unweighted(out),
              settings.weighted() ? in : Rankings.unweighted(in),
              settings.kind(),
              settings.alpha(),
              settings.tolerance(),
              settings.maxIterations(),
              values,
              hubs);
      CsrCentrality.Result summary =
          Kernels.CSR_CENTRALITY.call(args, Searches.work(out), execution);
      warn(settings, summary);
      return new Outcome(execution.keep(region), execution.complete(), values, hubs, summary);
    }
  }

  private static void warn(Settings settings, CsrCentrality.Result summary) {
    if (!summary.converged() && settings.tolerance() > 0) {
      Log.log(
          Level.WARNING,
          settings.operation()
              + " has not converged: after "
              + summary.iterations()
              + " iterations the values still change by "
              + summary.error()
              + ", the tolerance is "
              + settings.tolerance());
    }
  }

  static MemoryEstimate estimate(CsrGraph graph, Settings settings, RunOptions options) {
    return Estimate.of(settings.operation(), graph, options)
        .result((settings.hasHubs() ? 2L : 1L) * graph.vertices(), JAVA_DOUBLE)
        .inEdges()
        .kernel(Kernels.CSR_CENTRALITY, 0)
        .total();
  }
}
