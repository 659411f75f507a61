package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.kernel.CsrCommunities;

/// Communities by Louvain's method: vertices move to the community of the neighbour that raises the
/// modularity most, then communities become the vertices of the next level.
///
/// The modularity that both methods raise is the sum over communities c of inside(c) / W -
/// resolution * (strength(c) / W)^2: the strength of a vertex is the weight of the edges at it,
/// inside(c) what of c's strength comes from edges inside c, W the strength of all. An edge of a
/// directed graph counts as one between the two, whatever its direction: u -> v and v -> u together
/// weigh their sum. So do parallel edges. A self loop counts twice at its vertex. Without weights
/// every edge weighs 1. Weights are added up as integers: floating-point ones in units of about
/// 2^-60 of the sum that all edges would have if they weighed as much as the heaviest.
///
/// A level goes through its vertices until none gains by moving to a neighbour's community, in up
/// to 512 batches: the vertices of a batch choose at once, in parallel, and then move. Ties go to
/// the community of the smallest number. Communities become the vertices of the next level.
/// Levels follow until nothing is gained: one round. The next round starts again with all vertices,
/// in the communities found. O(n + entries) a pass, of which there are some dozens.
///
/// Source: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast Unfolding of Communities
/// in Large Networks, Journal of Statistical Mechanics, 2008. [Leiden] finds better communities, in
/// about twice the time.
///
/// @param resolution finite, from 0 up; above 1: more, smaller communities; default 1
/// @param weighted edges count by their weights, which must be finite and not negative; default
///     false
/// @param seed of the order in which vertices are gone through; the result is the same for the same
///     seed, whatever engine and threads; default 0
/// @param maxRounds rounds at most; default 3
/// @param maxLevels levels of a round at most; default 100, which is no limit
/// @param minGain modularity that a level and a round must gain for there to be another; default 0
public record Louvain(
    double resolution, boolean weighted, long seed, int maxRounds, int maxLevels, double minGain)
    implements GraphAlgorithm<CommunitiesResult> {
  private static final Louvain DEFAULTS = new Louvain(1, false, 0, 3, 100, 0);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when a value is out of range
  public Louvain {
    Partitions.checkResolution(resolution);
    Partitions.checkLimits(maxRounds, maxLevels, minGain);
  }

  /// The defaults above.
  public static Louvain defaults() {
    return DEFAULTS;
  }

  /// With this resolution.
  public Louvain resolution(double value) {
    return new Louvain(value, weighted, seed, maxRounds, maxLevels, minGain);
  }

  /// With or without edge weights.
  public Louvain weighted(boolean value) {
    return new Louvain(resolution, value, seed, maxRounds, maxLevels, minGain);
  }

  /// With vertices in another order.
  public Louvain seed(long value) {
    return new Louvain(resolution, weighted, value, maxRounds, maxLevels, minGain);
  }

  /// With at most this many rounds.
  public Louvain maxRounds(int value) {
    return new Louvain(resolution, weighted, seed, value, maxLevels, minGain);
  }

  /// With at most this many levels in a round.
  public Louvain maxLevels(int value) {
    return new Louvain(resolution, weighted, seed, maxRounds, value, minGain);
  }

  /// Ends when less is gained.
  public Louvain minGain(double value) {
    return new Louvain(resolution, weighted, seed, maxRounds, maxLevels, value);
  }

  @Override
  public CommunitiesResult run(CsrGraph graph, RunOptions options) {
    return Partitions.search(
        graph,
        new Partitions.Search(
            CsrCommunities.Method.LOUVAIN,
            resolution,
            weighted,
            seed,
            maxRounds,
            maxLevels,
            minGain),
        options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    return Partitions.estimate(graph, CsrCommunities.Method.LOUVAIN, options);
  }
}
