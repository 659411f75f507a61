package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// (Weakly) connected components. Contract: `gatun/csr_components.h`.
public interface CsrComponents extends KernelFunction<CsrComponents.Args, CsrComponents.Result> {
  /// @param graph out-edges
  /// @param inGraph in-edges (the same object for an undirected graph), null when not at hand
  /// @param labels out: n int32, smallest vertex id of the component
  /// @param compact out: n int32, 0 .. count - 1 by smallest vertex id; null when not wanted
  record Args(
      Csr graph, @Nullable Csr inGraph, MemorySegment labels, @Nullable MemorySegment compact) {}

  /// @param count components
  /// @param largest vertices of the largest
  record Result(long count, long largest) {}
}
