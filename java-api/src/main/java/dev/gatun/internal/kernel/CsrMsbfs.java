package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Breadth-first searches from many sources at once. Contract: `gatun/csr_msbfs.h`.
public interface CsrMsbfs extends KernelFunction<CsrMsbfs.Args, CsrMsbfs.Result> {
  /// Searches that share a pass over the graph.
  int BATCH = 512;

  /// What is told of each source or of each vertex; null where it is not wanted.
  ///
  /// @param reached out: int64, vertices reached, or sources that reach the vertex, itself included
  /// @param distances out: int64, sum of the distances
  /// @param inverses out: double, sum of 1 / distance
  record Sums(
      @Nullable MemorySegment reached,
      @Nullable MemorySegment distances,
      @Nullable MemorySegment inverses) {
    /// Nothing.
    public static final Sums NONE = new Sums(null, null, null);
  }

  /// @param graph out-edges
  /// @param inGraph in-edges, the same object for an undirected graph
  /// @param sources int32 ids
  /// @param bySource out: one value per source
  /// @param eccentricities out: int32, largest distance per source; null when not wanted
  /// @param byVertex out: one value per vertex
  record Args(
      Csr graph,
      Csr inGraph,
      MemorySegment sources,
      Sums bySource,
      @Nullable MemorySegment eccentricities,
      Sums byVertex) {}

  /// Nothing: all there is to tell is in the arrays.
  record Result() {}
}
