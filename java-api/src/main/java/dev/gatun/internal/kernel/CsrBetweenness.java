package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;

/// Betweenness. Contract, formula and order of all sums: `gatun/csr_betweenness.h`.
public interface CsrBetweenness extends KernelFunction<CsrBetweenness.Args, CsrBetweenness.Result> {
  /// Sources whose dependencies are added up by themselves before they join the total.
  int GROUP = 16;

  /// @param graph out-edges
  /// @param inGraph in-edges, the same object for an undirected graph
  /// @param sources int32 ids
  /// @param factor what the sums are multiplied with at last
  /// @param scores out: n doubles
  record Args(Csr graph, Csr inGraph, MemorySegment sources, double factor, MemorySegment scores) {}

  /// Nothing: all there is to tell is in the scores.
  record Result() {}
}
