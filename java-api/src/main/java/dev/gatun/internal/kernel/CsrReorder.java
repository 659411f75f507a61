package dev.gatun.internal.kernel;

import dev.gatun.graph.ReorderMethod;
import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// New orders of the vertices of a graph. Contract: `gatun/csr_reorder.h`.
public interface CsrReorder extends KernelFunction<CsrReorder.Args, CsrReorder.Result> {
  /// @param graph out-edges
  /// @param method which order
  /// @param order out: n int32, the vertices in their new order
  /// @param places out: n int32, the place of each vertex in it
  /// @param rows out: by entry in the new order of rows, the place of its row's vertex, int32
  /// @param columns out: the place of its neighbour, int32
  /// @param weights out: its weight, null for an unweighted graph
  record Args(
      Csr graph,
      ReorderMethod method,
      MemorySegment order,
      MemorySegment places,
      MemorySegment rows,
      MemorySegment columns,
      @Nullable MemorySegment weights) {}

  /// Nothing but the order and the entries.
  record Result() {}
}
