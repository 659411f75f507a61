package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Synchronous label propagation. Contract: `gatun/csr_label_propagation.h`.
public interface CsrLabelPropagation
    extends KernelFunction<CsrLabelPropagation.Args, CsrLabelPropagation.Result> {
  /// @param graph out-edges
  /// @param inGraph in-edges of a directed graph, null for an undirected one
  /// @param maxIterations at most so many
  /// @param labels out: n int32, each a vertex id
  record Args(Csr graph, @Nullable Csr inGraph, long maxIterations, MemorySegment labels) {}

  /// @param iterations iterations run, the one that changed nothing included
  /// @param converged whether the last one changed nothing
  record Result(long iterations, boolean converged) {}
}
