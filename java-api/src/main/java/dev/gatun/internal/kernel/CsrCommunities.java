package dev.gatun.internal.kernel;

import dev.gatun.internal.exec.KernelFunction;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Communities by modularity, and the score of given ones. Contract: `gatun/csr_communities.h`.
public interface CsrCommunities extends KernelFunction<CsrCommunities.Args, CsrCommunities.Result> {
  /// Mirrors `gatun_communities_method`.
  enum Method {
    /// Number and score the communities in `labels`.
    GIVEN,
    LOUVAIN,
    LEIDEN
  }

  /// @param graph out-edges; weighted when its weights are to be used
  /// @param inGraph in-edges of a directed graph, null for an undirected one
  /// @param resolution finite, >= 0
  /// @param seed of the order of vertices
  /// @param maxRounds >= 1
  /// @param maxLevels >= 1, of a round
  /// @param minGain of modularity, by a level or a round
  /// @param labels n int32; GIVEN: in; else out: smallest vertex id of the community
  /// @param compact out: n int32, 0 .. count - 1 by smallest vertex id
  record Args(
      Csr graph,
      @Nullable Csr inGraph,
      Method method,
      double resolution,
      long seed,
      int maxRounds,
      int maxLevels,
      double minGain,
      MemorySegment labels,
      MemorySegment compact) {}

  /// @param count communities
  /// @param rounds rounds run
  /// @param levels levels that moved a vertex, of all rounds
  /// @param iterations passes over vertices, of all levels
  record Result(long count, long rounds, long levels, long iterations, double modularity) {}
}
