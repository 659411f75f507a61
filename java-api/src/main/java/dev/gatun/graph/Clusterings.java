package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrTriangles;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Calls that count triangles.
final class Clusterings {
  /// Vertices between looks at cancellation.
  private static final int STRIDE = 1 << 16;

  private Clusterings() {}

  static TrianglesResult triangles(CsrGraph graph, Triangles options, RunOptions run) {
    try (Execution execution = Execution.begin("triangles", run)) {
      Csr csr = Undirected.of(graph, execution);
      Region region = execution.resultRegion();
      MemorySegment total = region.allocate(JAVA_LONG.byteSize());
      MemorySegment triangles =
          options.eachVertex() ? region.allocate(csr.vertices(), JAVA_LONG.byteSize()) : null;
      CsrTriangles.Result summary = count(csr, null, triangles, execution);
      total.set(JAVA_LONG, 0, summary.count());
      DoubleVector clustering = null;
      double average = 0;
      if (triangles != null) {
        MemorySegment values = region.allocate(csr.vertices(), JAVA_DOUBLE.byteSize());
        average = coefficients(csr, triangles, 2, values, execution);
        clustering = new DoubleVector(values);
      }
      return new TrianglesResult(
          execution.keep(region),
          execution.complete(),
          summary,
          new LongVector(total),
          triangles == null ? null : new LongVector(triangles),
          clustering,
          average);
    }
  }

  static ClusteringResult local(CsrGraph graph, RunOptions run) {
    try (Execution execution = Execution.begin("clustering", run)) {
      boolean directed = graph.isDirected();
      Csr csr = directed ? Undirected.withArcs(graph, execution) : Undirected.of(graph, execution);
      Region region = execution.resultRegion();
      MemorySegment values = region.allocate(csr.vertices(), JAVA_DOUBLE.byteSize());
      MemorySegment links = execution.scratch().allocate(csr.vertices(), JAVA_LONG.byteSize());
      CsrTriangles.Result _ = count(csr, directed ? csr.weights() : null, links, execution);
      double average = coefficients(csr, links, directed ? 1 : 2, values, execution);
      return new ClusteringResult(
          execution.keep(region), execution.complete(), new DoubleVector(values), average);
    }
  }

  private static CsrTriangles.Result count(
      Csr csr,
      @Nullable MemorySegment arcs,
      @Nullable MemorySegment perVertex,
      Execution execution) {
    return Kernels.CSR_TRIANGLES.call(
        new CsrTriangles.Args(csr, arcs, perVertex), Searches.work(csr), execution);
  }

  /// Writes factor x links / (degree x (degree - 1)) of each vertex.
  ///
  /// @return their mean
  private static double coefficients(
      Csr csr, MemorySegment links, int factor, MemorySegment values, Execution execution) {
    int n = csr.vertices();
    double sum = 0;
    long begin = 0;
    for (int v = 0; v < n; v++) {
      long end = csr.offset(v + 1);
      double degree = end - begin;
      double value =
          degree < 2 ? 0 : factor * links.getAtIndex(JAVA_LONG, v) / (degree * (degree - 1));
      values.setAtIndex(JAVA_DOUBLE, v, value);
      sum += value;
      begin = end;
      if (v % STRIDE == 0) {
        execution.checkpoint(v, n);
      }
    }
    return n == 0 ? 0 : sum / n;
  }
}
