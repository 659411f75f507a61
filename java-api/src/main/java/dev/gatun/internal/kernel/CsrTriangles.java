package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Triangles, in all and at each vertex. Contract: `gatun/csr_triangles.h`.
public interface CsrTriangles extends KernelFunction<CsrTriangles.Args, CsrTriangles.Result> {
  /// @param graph undirected and simple: rows ascend strictly, no loops
  /// @param arcs int32 per entry: 1 or 2 directed edges behind it; null: directions do not matter
  /// @param perVertex out: n int64, triangles at each vertex; with arcs the arcs opposite to it in
  ///     its triangles; null when not wanted, which arcs rule out
  record Args(Csr graph, @Nullable MemorySegment arcs, @Nullable MemorySegment perVertex) {}

  /// @param count triangles
  /// @param wedges pairs of edges at one vertex
  record Result(long count, long wedges) {}
}
