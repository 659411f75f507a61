package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;

/// Topological order, or a cycle. Contract: `gatun/csr_toposort.h`.
public interface CsrToposort extends KernelFunction<CsrToposort.Args, CsrToposort.Result> {
  /// @param graph out-edges
  /// @param order out: n int32, the vertices by level, then by id; or the cycle, in the first
  ///     places
  /// @param levels out: n int32, most edges on a path to the vertex; -1 on a cycle or after one
  record Args(Csr graph, MemorySegment order, MemorySegment levels) {}

  /// @param ordered vertices that have a level
  /// @param levelCount levels
  /// @param cycleLength vertices of the cycle, 0 when there is an order
  record Result(long ordered, long levelCount, long cycleLength) {}
}
