package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Work;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBetweenness;
import dev.gatun.internal.kernel.CsrMsbfs;
import java.lang.foreign.MemorySegment;

/// Calls that follow shortest paths from many vertices.
final class PathCentralities {
  /// Vertices between looks at cancellation.
  private static final int STRIDE = 1 << 14;

  private PathCentralities() {}

  static BetweennessResult betweenness(CsrGraph graph, Betweenness options, RunOptions run) {
    try (Execution execution = Execution.begin("betweenness", run)) {
      Csr out = graph.use(execution);
      Csr in = graph.inEdges().get(execution);
      MemorySegment sources = offHeap(options.chosen(out.vertices()), execution);
      int count = count(sources);
      Region region = execution.resultRegion();
      MemorySegment scores = region.allocate(out.vertices(), JAVA_DOUBLE.byteSize());
      CsrBetweenness.Args args =
          new CsrBetweenness.Args(out, in, sources, options.factor(graph), scores);
      Kernels.CSR_BETWEENNESS.call(args, work(out, count), execution);
      return new BetweennessResult(execution.keep(region), execution.complete(), scores, count);
    }
  }

  static MultiSourceBfsResult searches(CsrGraph graph, MultiSourceBfs options, RunOptions run) {
    try (Execution execution = Execution.begin("searches", run)) {
      Csr out = graph.use(execution);
      Csr in = graph.inEdges().get(execution);
      int count = options.sources().length;
      Region region = execution.resultRegion();
      MemorySegment sources = copy(options.sources(), region);
      DistanceSums.Segments bySource = DistanceSums.Segments.in(region, count);
      MemorySegment eccentricities = region.allocate(count, JAVA_INT.byteSize());
      DistanceSums.Segments byVertex =
          options.perVertex() ? DistanceSums.Segments.in(region, out.vertices()) : null;
      CsrMsbfs.Args args =
          new CsrMsbfs.Args(
              out,
              in,
              sources,
              bySource.toFill(),
              eccentricities,
              byVertex == null ? CsrMsbfs.Sums.NONE : byVertex.toFill());
      Kernels.CSR_MSBFS.call(args, work(out, count), execution);
      return new MultiSourceBfsResult(
          execution.keep(region),
          execution.complete(),
          sources,
          bySource.asVectors(),
          eccentricities,
          byVertex == null ? null : byVertex.asVectors());
    }
  }

  /// The sums of every vertex are those of a search from it, or, of a sample, those that searches
  /// against the edges leave at it.
  static ClosenessResult closeness(CsrGraph graph, Closeness options, RunOptions run) {
    try (Execution execution = Execution.begin("closeness", run)) {
      Csr out = graph.use(execution);
      Csr in = graph.inEdges().get(execution);
      int n = out.vertices();
      Region region = execution.resultRegion();
      MemorySegment closeness = region.allocate(n, JAVA_DOUBLE.byteSize());
      MemorySegment harmonic = region.allocate(n, JAVA_DOUBLE.byteSize());
      DistanceSums.Segments sums = DistanceSums.Segments.in(execution.scratch(), n);
      int[] sample = Samples.draw(options.samples(), n, options.seed());
      MemorySegment sources = offHeap(sample, execution);
      CsrMsbfs.Args args =
          sample.length == n
              ? new CsrMsbfs.Args(out, in, sources, sums.toFill(), null, CsrMsbfs.Sums.NONE)
              : new CsrMsbfs.Args(in, out, sources, CsrMsbfs.Sums.NONE, null, sums.toFill());
      Kernels.CSR_MSBFS.call(args, work(out, sample.length), execution);
      int next = 0;
      for (int v = 0; v < n; v++) {
        boolean isSampled = next < sample.length && sample[next] == v;
        next += isSampled ? 1 : 0;
        long others = sample.length - (isSampled ? 1 : 0);
        long reached = sums.reached().getAtIndex(JAVA_LONG, v) - (isSampled ? 1 : 0);
        long distances = sums.distances().getAtIndex(JAVA_LONG, v);
        double inverses = sums.inverses().getAtIndex(JAVA_DOUBLE, v);
        closeness.setAtIndex(
            JAVA_DOUBLE, v, closeness(reached, distances, others, options.wassermanFaust()));
        double scale = others == n - 1 ? 1 : (n - 1.0) / Math.max(1, others);
        harmonic.setAtIndex(
            JAVA_DOUBLE, v, inverses * scale / (options.normalised() ? Math.max(1, n - 1) : 1));
        if (v % STRIDE == 0) {
          execution.checkpoint(v, n);
        }
      }
      return new ClosenessResult(
          execution.keep(region), execution.complete(), closeness, harmonic, sample.length);
    }
  }

  private static double closeness(
      long reached, long distances, long others, boolean wassermanFaust) {
    if (distances == 0) {
      return 0;
    }
    double closeness = (double) reached / distances;
    return wassermanFaust ? closeness * reached / others : closeness;
  }

  private static Work work(Csr csr, int sources) {
    return new Work(csr.entries() * sources, csr.bytes() * sources);
  }

  private static int count(MemorySegment sources) {
    return (int) (sources.byteSize() / JAVA_INT.byteSize());
  }

  private static MemorySegment offHeap(int[] values, Execution execution) {
    return copy(values, execution.scratch());
  }

  private static MemorySegment copy(int[] values, Region region) {
    MemorySegment copy = region.allocate(values.length, JAVA_INT.byteSize());
    MemorySegment.copy(values, 0, copy, JAVA_INT, 0, values.length);
    return copy;
  }
}
