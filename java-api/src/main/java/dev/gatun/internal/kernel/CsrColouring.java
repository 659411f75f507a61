package dev.gatun.internal.kernel;

import dev.gatun.graph.GreedyOrder;
import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;

/// Greedy colouring, or its first colour. Contract: `gatun/csr_colouring.h`.
public interface CsrColouring extends KernelFunction<CsrColouring.Args, CsrColouring.Result> {
  /// @param graph out-edges
  /// @param inGraph in-edges; the same object for an undirected graph
  /// @param order who chooses first
  /// @param independent whether only the independent set is wanted
  /// @param colours out: n int32, 0 .. count - 1; of an independent set 1 for its vertices, else 0
  record Args(
      Csr graph, Csr inGraph, GreedyOrder order, boolean independent, MemorySegment colours) {}

  /// @param count colours, or vertices of the independent set
  record Result(long count) {}
}
