package dev.gatun.internal.kernel;

import dev.gatun.graph.Parents;
import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Breadth-first search. Contract: `gatun/csr_bfs.h`.
public interface CsrBfs extends KernelFunction<CsrBfs.Args, CsrBfs.Result> {
  /// @param graph out-edges
  /// @param inGraph in-edges (the same object for an undirected graph), null when not at hand
  /// @param sources int32 ids, at distance 0
  /// @param maxDepth vertices further away stay unreached; negative: no limit
  /// @param mode which parents are wanted
  /// @param distances out: n int32, -1 unreached
  /// @param parents out: n int32, -1 for sources and unreached; null when mode is NONE
  record Args(
      Csr graph,
      @Nullable Csr inGraph,
      MemorySegment sources,
      int maxDepth,
      Parents mode,
      MemorySegment distances,
      @Nullable MemorySegment parents) {}

  /// @param reached vertices reached, sources included
  /// @param depth largest distance
  record Result(long reached, int depth) {}
}
