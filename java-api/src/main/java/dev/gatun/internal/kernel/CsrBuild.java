package dev.gatun.internal.kernel;

import dev.gatun.graph.Duplicates;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.KernelFunction;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Builds a CSR from edge tuples. Contract: `gatun/csr_build.h`.
public interface CsrBuild extends KernelFunction<CsrBuild.Args, Csr> {
  /// Edge tuples: tuple i is (source[i * stride], target[i * stride]). Segments may be on the heap.
  ///
  /// @param source int32 ids
  /// @param target int32 ids
  /// @param stride 1, or 2 when one array interleaves both (`target` then starts one element after
  ///     `source`)
  /// @param count tuples
  /// @param weights `count` weights, null when unweighted
  /// @param weightType type of the weights
  record Tuples(
      MemorySegment source,
      MemorySegment target,
      int stride,
      long count,
      @Nullable MemorySegment weights,
      WeightType weightType) {}

  /// @param vertices n; every id must be 0 .. n - 1, anything else is an [IllegalArgumentException]
  ///     that names the first offending tuple
  /// @param tuples the edges
  /// @param symmetric tuple (u, v) stands for both directions; a self loop gives one entry
  /// @param reversed tuple (u, v) stands for (v, u)
  /// @param keepLoops whether self loops are kept
  /// @param duplicates what becomes of equal (row, column); anything but KEEP needs sortColumns
  /// @param sortColumns neighbours ascend, equal ones in input order; otherwise rows are in input
  ///     order, (u, v) before (v, u) for a symmetric tuple
  /// @param target region the CSR is allocated in
  record Args(
      int vertices,
      Tuples tuples,
      boolean symmetric,
      boolean reversed,
      boolean keepLoops,
      Duplicates duplicates,
      boolean sortColumns,
      Region target) {}
}
