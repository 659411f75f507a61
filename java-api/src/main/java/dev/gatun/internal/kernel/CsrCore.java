package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;

/// Core numbers. Contract: `gatun/csr_core.h`.
public interface CsrCore extends KernelFunction<CsrCore.Args, CsrCore.Result> {
  /// @param graph undirected and simple
  /// @param cores out: n int32
  record Args(Csr graph, MemorySegment cores) {}

  /// @param most the largest core number
  record Result(int most) {}
}
