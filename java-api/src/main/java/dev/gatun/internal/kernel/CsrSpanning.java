package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;

/// Minimum spanning forest of an undirected graph. Contract: `gatun/csr_spanning.h`.
public interface CsrSpanning extends KernelFunction<CsrSpanning.Args, CsrSpanning.Result> {
  /// @param graph every edge in both of its rows
  /// @param sources out: room for n - 1 int32, the smaller vertex of each edge of the forest
  /// @param targets out: room for n - 1 int32, the larger one
  /// @param weights out: room for n - 1 int64, or doubles where the graph's weights are
  ///     floating-point
  record Args(Csr graph, MemorySegment sources, MemorySegment targets, MemorySegment weights) {}

  /// @param edges edges of the forest
  /// @param total sum of integer weights, 0 where they are floating-point
  /// @param totalFloat sum of floating-point weights, 0 where they are integers
  record Result(int edges, long total, double totalFloat) {}
}
