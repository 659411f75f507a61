package dev.gatun.internal.kernel;

import dev.gatun.graph.SimilarityMeasure;
import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Similarity of neighbourhoods, of pairs or of each vertex with those most like it. Contract:
/// `gatun/csr_similarity.h`.
public interface CsrSimilarity extends KernelFunction<CsrSimilarity.Args, CsrSimilarity.Result> {
  /// @param graph undirected and simple
  /// @param measure which similarity
  /// @param pairs pairs of vertices, null when the most similar ones are wanted
  /// @param top what is wanted then, else null
  /// @param values out: a double per pair, or n x count
  record Args(
      Csr graph,
      SimilarityMeasure measure,
      @Nullable Pairs pairs,
      @Nullable Top top,
      MemorySegment values) {}

  /// @param first int32 ids; one that is no vertex is an [IllegalArgumentException] that names the
  ///     first such pair
  /// @param second as many
  /// @param count pairs
  record Pairs(MemorySegment first, MemorySegment second, long count) {}

  /// @param count vertices that each vertex gets
  /// @param least smaller similarities are left out, 0 always is
  /// @param leastDegree vertices of less degree are left out
  /// @param mostDegree and those of more
  /// @param neighbours out: n x count int32, best first, -1 after the last
  record Top(
      int count, double least, long leastDegree, long mostDegree, MemorySegment neighbours) {}

  /// Nothing: all is in the arrays.
  record Result() {}
}
