package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Strongly connected components. Contract: `gatun/csr_scc.h`.
public interface CsrScc extends KernelFunction<CsrScc.Args, CsrScc.Result> {
  /// @param graph out-edges
  /// @param labels out: n int32, smallest vertex id of the component
  /// @param compact out: n int32, 0 .. count - 1 by smallest vertex id; null when not wanted
  record Args(Csr graph, MemorySegment labels, @Nullable MemorySegment compact) {}

  /// @param count components
  /// @param largest vertices of the largest
  record Result(long count, long largest) {}
}
