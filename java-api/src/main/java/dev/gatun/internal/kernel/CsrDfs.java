package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Depth-first search. Contract: `gatun/csr_dfs.h`.
public interface CsrDfs extends KernelFunction<CsrDfs.Args, CsrDfs.Result> {
  /// @param graph out-edges
  /// @param sources int32 ids of the roots, in order; null: every vertex, ascending
  /// @param maxDepth edges of a vertex that deep are not followed; negative: no limit
  /// @param preorder out: n int32, the first `reached` written
  /// @param postorder out: n int32, likewise
  /// @param discovery out: n int32, place in preorder, -1 unreached
  /// @param finish out: n int32, place in postorder, -1 unreached
  /// @param parents out: n int32, -1 for roots and unreached
  /// @param depths out: n int32, edges from the root, -1 unreached
  record Args(
      Csr graph,
      @Nullable MemorySegment sources,
      int maxDepth,
      MemorySegment preorder,
      MemorySegment postorder,
      MemorySegment discovery,
      MemorySegment finish,
      MemorySegment parents,
      MemorySegment depths) {}

  /// @param reached vertices reached
  /// @param trees roots
  /// @param deepest largest depth
  record Result(long reached, long trees, int deepest) {}
}
