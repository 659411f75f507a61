package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCheck;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Taking over CSR arrays of the caller.
final class GivenCsr {
  private GivenCsr() {}

  static CsrGraph check(
      boolean directed,
      MemorySegment offsets,
      MemorySegment neighbours,
      @Nullable MemorySegment weights,
      WeightType type,
      RunOptions options) {
    Csr csr = sized(offsets, neighbours, weights, type);
    try (Execution execution = Execution.begin("checking the graph", options)) {
      Kernels.CSR_CHECK.call(new CsrCheck.Args(csr), Searches.work(csr), execution);
      if (!directed) {
        checkSymmetry(csr, execution);
      }
      Region region = execution.resultRegion();
      return new CsrGraph(
          csr,
          directed,
          VertexIds.dense(csr.vertices()),
          execution.keep(region),
          execution.complete());
    }
  }

  private static Csr sized(
      MemorySegment offsets,
      MemorySegment neighbours,
      @Nullable MemorySegment weights,
      WeightType type) {
    long entries = elements("neighbours", neighbours, JAVA_INT.byteSize());
    long rows = elements("offsets", offsets, JAVA_LONG.byteSize()) - 1;
    if (rows < 0 || rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("offsets has " + (rows + 1) + " elements");
    }
    if ((weights == null) != (type == WeightType.NONE)) {
      throw new IllegalArgumentException("weights and weight type do not go together");
    }
    if (weights != null && elements("weights", weights, type.bytes()) != entries) {
      throw new IllegalArgumentException("weights and neighbours differ in length");
    }
    return new Csr((int) rows, entries, offsets, neighbours, weights, type, true);
  }

  private static long elements(String name, MemorySegment segment, long bytes) {
    if (!segment.isNative()) {
      throw new IllegalArgumentException(name + " is on the heap, where kernels cannot read it");
    }
    if (segment.byteSize() % bytes != 0 || segment.address() % bytes != 0) {
      throw new IllegalArgumentException(name + " is not an aligned array of its type");
    }
    return segment.byteSize() / bytes;
  }

  /// Sorted rows: a graph is symmetric exactly when it equals its transpose.
  private static void checkSymmetry(Csr csr, Execution execution) {
    Csr turned = InEdges.transpose(csr, execution.scratch(), execution);
    if (csr.offsets().mismatch(turned.offsets()) != -1
        || csr.neighbours().mismatch(turned.neighbours()) != -1) {
      throw new IllegalArgumentException(
          "the graph is said to be undirected, but not every edge is stored in both rows");
    }
  }
}
