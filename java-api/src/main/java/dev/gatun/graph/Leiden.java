package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.internal.kernel.CsrCommunities;

/// Communities by the Leiden method: like [Louvain], but what becomes a vertex of the next level is
/// a well connected part of a community, which may then leave it. Every community is connected.
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
/// the community of the smallest number. Then every community is divided: its vertices
/// start alone, and one after the other join the well connected part that gains most; the parts are
/// the vertices of the next level, which start in their communities. Levels follow until nothing is
/// gained: one round. The next round starts again with all vertices, in the communities found.
/// O(n + entries) a pass, of which there are some dozens.
///
/// Source: V. A. Traag, L. Waltman, N. J. van Eck, From Louvain to Leiden: Guaranteeing
/// Well-Connected Communities, Scientific Reports 9, 2019; its random choice among parts is made
/// greedily here.
///
/// @param resolution finite, from 0 up; above 1: more, smaller communities; default 1
/// @param weighted edges count by their weights, which must be finite and not negative; default
///     false
/// @param seed of the order in which vertices are gone through; the result is the same for the same
///     seed, whatever engine and threads; default 0
/// @param maxRounds rounds at most; default 3
/// @param maxLevels levels of a round at most; default 100, which is no limit
/// @param minGain modularity that a level and a round must gain for there to be another; default 0
public record Leiden(
    double resolution, boolean weighted, long seed, int maxRounds, int maxLevels, double minGain)
    implements GraphAlgorithm<CommunitiesResult> {
  private static final Leiden DEFAULTS = new Leiden(1, false, 0, 3, 100, 0);

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when a value is out of range
  public Leiden {
    Partitions.checkResolution(resolution);
    Partitions.checkLimits(maxRounds, maxLevels, minGain);
  }

  /// The defaults above.
  public static Leiden defaults() {
    return DEFAULTS;
  }

  /// With this resolution.
  public Leiden resolution(double value) {
    return new Leiden(value, weighted, seed, maxRounds, maxLevels, minGain);
  }

  /// With or without edge weights.
  public Leiden weighted(boolean value) {
    return new Leiden(resolution, value, seed, maxRounds, maxLevels, minGain);
  }

  /// With vertices in another order.
  public Leiden seed(long value) {
    return new Leiden(resolution, weighted, value, maxRounds, maxLevels, minGain);
  }

  /// With at most this many rounds.
  public Leiden maxRounds(int value) {
    return new Leiden(resolution, weighted, seed, value, maxLevels, minGain);
  }

  /// With at most this many levels in a round.
  public Leiden maxLevels(int value) {
    return new Leiden(resolution, weighted, seed, maxRounds, value, minGain);
  }

  /// Ends when less is gained.
  public Leiden minGain(double value) {
    return new Leiden(resolution, weighted, seed, maxRounds, maxLevels, value);
  }

  @Override
  public CommunitiesResult run(CsrGraph graph, RunOptions options) {
    return Partitions.search(
        graph,
        new Partitions.Search(
            CsrCommunities.Method.LEIDEN,
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
    return Partitions.estimate(graph, CsrCommunities.Method.LEIDEN, options);
  }
}
