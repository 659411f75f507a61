package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrSimilarity;
import java.lang.foreign.MemorySegment;

/// Runs [Similarity].
final class Similarities {
  /// Rows between looks at cancellation.
  private static final int STRIDE = 1 << 16;

  private Similarities() {}

  static SimilarityResult run(CsrGraph graph, Similarity options, RunOptions run) {
    try (Execution execution = Execution.begin("similarity", run)) {
      Csr csr = Undirected.of(graph, execution);
      int[] first = options.first();
      int[] second = options.second();
      return first != null && second != null
          ? pairs(csr, options, first, second, execution)
          : top(csr, options, execution);
    }
  }

  private static SimilarityResult pairs(
      Csr csr, Similarity options, int[] first, int[] second, Execution execution) {
    Region region = execution.resultRegion();
    MemorySegment u = copy(first, region);
    MemorySegment v = copy(second, region);
    MemorySegment values = region.allocate(first.length, JAVA_DOUBLE.byteSize());
    CsrSimilarity.Pairs pairs = new CsrSimilarity.Pairs(u, v, first.length);
    CsrSimilarity.Result _ =
        Kernels.CSR_SIMILARITY.call(
            new CsrSimilarity.Args(csr, options.measure(), pairs, null, values),
            Searches.work(csr),
            execution);
    return new SimilarityResult(execution.keep(region), execution.complete(), u, v, values);
  }

  private static MemorySegment copy(int[] values, Region region) {
    MemorySegment copy = region.allocate(values.length, JAVA_INT.byteSize());
    MemorySegment.copy(values, 0, copy, JAVA_INT, 0, values.length);
    return copy;
  }

  private static SimilarityResult top(Csr csr, Similarity options, Execution execution) {
    long most = (long) csr.vertices() * options.top();
    MemorySegment neighbours = execution.scratch().allocate(most, JAVA_INT.byteSize());
    MemorySegment values = execution.scratch().allocate(most, JAVA_DOUBLE.byteSize());
    CsrSimilarity.Top top =
        new CsrSimilarity.Top(
            options.top(),
            options.least(),
            options.leastDegree(),
            options.mostDegree(),
            neighbours);
    CsrSimilarity.Result _ =
        Kernels.CSR_SIMILARITY.call(
            new CsrSimilarity.Args(csr, options.measure(), null, top, values),
            Searches.work(csr),
            execution);
    return compact(csr.vertices(), options.top(), neighbours, values, execution);
  }

  /// Leaves out the places that nobody took.
  private static SimilarityResult compact(
      int vertices, int top, MemorySegment neighbours, MemorySegment values, Execution execution) {
    long most = (long) vertices * top;
    long rows = 0;
    for (long i = 0; i < most; i++) {
      rows += neighbours.getAtIndex(JAVA_INT, i) < 0 ? 0 : 1;
    }
    if (rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("that gives " + rows + " rows, more than 2^31 - 1");
    }
    Region region = execution.resultRegion();
    MemorySegment u = region.allocate(rows, JAVA_INT.byteSize());
    MemorySegment v = region.allocate(rows, JAVA_INT.byteSize());
    MemorySegment similarity = region.allocate(rows, JAVA_DOUBLE.byteSize());
    long row = 0;
    for (long i = 0; i < most; i++) {
      int neighbour = neighbours.getAtIndex(JAVA_INT, i);
      if (neighbour >= 0) {
        u.setAtIndex(JAVA_INT, row, (int) (i / top));
        v.setAtIndex(JAVA_INT, row, neighbour);
        similarity.setAtIndex(JAVA_DOUBLE, row, values.getAtIndex(JAVA_DOUBLE, i));
        row++;
      }
      if (i % STRIDE == 0) {
        execution.checkpoint(i, most);
      }
    }
    execution.report(most, most);
    execution.leave();
    return new SimilarityResult(execution.keep(region), execution.complete(), u, v, similarity);
  }
}
