package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;

/// Two sides, or an odd cycle. Contract: `gatun/csr_bipartite.h`.
public interface CsrBipartite extends KernelFunction<CsrBipartite.Args, CsrBipartite.Result> {
  /// @param graph out-edges
  /// @param inGraph in-edges; the same object for an undirected graph
  /// @param sides out: n int32, 0 or 1; or the cycle, in the first places
  record Args(Csr graph, Csr inGraph, MemorySegment sides) {}

  /// @param second vertices of side 1
  /// @param cycleLength vertices of the cycle, 0 when there are sides
  record Result(long second, long cycleLength) {}
}
