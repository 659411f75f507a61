package dev.gatun.internal.kernel;

import dev.gatun.graph.SsspMethod;
import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Shortest paths. Contract: `gatun/csr_sssp.h`.
public interface CsrSssp extends KernelFunction<CsrSssp.Args, CsrSssp.Result> {
  /// @param graph out-edges, weights finite or infinite but never negative or NaN; unweighted edges
  ///     count 1
  /// @param sources int32 ids, at distance 0
  /// @param method algorithm
  /// @param delta bucket width, 0 to choose
  /// @param distances out: n int64 (unreached [Long#MAX_VALUE]) or, for float weights, n doubles
  ///     (unreached +infinity)
  /// @param parents out: n int32, -1 for sources and unreached; null when not wanted
  record Args(
      Csr graph,
      MemorySegment sources,
      SsspMethod method,
      double delta,
      MemorySegment distances,
      @Nullable MemorySegment parents) {}

  /// @param reached vertices reached, sources included
  /// @param method what ran
  /// @param delta bucket width, 0 with Dijkstra
  record Result(long reached, SsspMethod method, double delta) {}
}
