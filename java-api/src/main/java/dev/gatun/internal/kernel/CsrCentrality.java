package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Eigenvector centrality, Katz centrality and HITS. Contract and formulas:
/// `gatun/csr_centrality.h`.
public interface CsrCentrality extends KernelFunction<CsrCentrality.Args, CsrCentrality.Result> {
  /// Which of them, in the order of `gatun_centrality`.
  enum Kind {
    EIGENVECTOR,
    KATZ,
    HITS
  }

  /// @param graph out-edges; weighted when its weights are to be used
  /// @param inGraph in-edges, with weights when `graph` has them
  /// @param kind which centrality
  /// @param alpha of Katz
  /// @param tolerance of the error; 0: all iterations are run
  /// @param maxIterations at most so many
  /// @param values out: n doubles, the authorities for HITS
  /// @param hubs out: n doubles, for HITS only
  record Args(
      Csr graph,
      Csr inGraph,
      Kind kind,
      double alpha,
      double tolerance,
      long maxIterations,
      MemorySegment values,
      @Nullable MemorySegment hubs) {}

  /// @param iterations iterations run
  /// @param converged whether error < tolerance was met
  /// @param error relative change of the last iteration
  /// @param eigenvalue of the adjacency matrix, or of its product with itself for HITS
  record Result(long iterations, boolean converged, double error, double eigenvalue) {}
}
