package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Random walks of the first and second order. Contract, and how numbers are drawn:
/// `gatun/csr_walks.h`.
public interface CsrWalks extends KernelFunction<CsrWalks.Args, CsrWalks.Result> {
  /// @param graph out-edges; weighted when its weights are to be used
  /// @param starts int32, walk k starts at number k mod their count; null: at vertex k mod n
  /// @param seed of the numbers drawn
  /// @param firstWalk the first walk to make
  /// @param walkCount how many to make
  /// @param length vertices of a walk
  /// @param p return parameter, finite, above 0
  /// @param q in-out parameter, finite, above 0
  /// @param walks out: `walkCount` rows of `length` int32
  record Args(
      Csr graph,
      @Nullable MemorySegment starts,
      long seed,
      long firstWalk,
      long walkCount,
      int length,
      double p,
      double q,
      MemorySegment walks) {}

  /// Nothing but the walks.
  record Result() {}
}
