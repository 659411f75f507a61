package dev.gatun.internal.kernel;

import dev.gatun.graph.Dangling;
import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// PageRank. Contract and formula: `gatun/csr_pagerank.h`.
public interface CsrPagerank extends KernelFunction<CsrPagerank.Args, CsrPagerank.Result> {
  /// @param inGraph in-edges; weighted when its weights are to be used
  /// @param outOffsets n + 1 int64 offsets of the out-edges
  /// @param outWeightSums n doubles, null when unweighted
  /// @param alpha 0 <= alpha < 1
  /// @param tolerance L1; 0: all iterations are run
  /// @param maxIterations at most so many
  /// @param teleport n doubles that sum to 1, null for uniform
  /// @param dangling where the rank of dangling vertices goes
  /// @param singlePrecision contributions are rounded to float before they are summed
  /// @param warmStart whether `ranks` holds the start vector
  /// @param ranks in and out: n doubles
  record Args(
      Csr inGraph,
      MemorySegment outOffsets,
      @Nullable MemorySegment outWeightSums,
      double alpha,
      double tolerance,
      long maxIterations,
      @Nullable MemorySegment teleport,
      Dangling dangling,
      boolean singlePrecision,
      boolean warmStart,
      MemorySegment ranks) {}

  /// @param iterations iterations run
  /// @param converged whether error < tolerance was met
  /// @param error L1 change of the last iteration
  record Result(long iterations, boolean converged, double error) {}
}
