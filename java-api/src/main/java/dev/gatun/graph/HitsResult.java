package dev.gatun.graph;

import java.util.Objects;

/// Hubs and authorities, and whether they have converged.
public final class HitsResult extends GraphResult {
  private final DoubleVector authorities;
  private final DoubleVector hubs;
  private final Centralities.Outcome outcome;

  HitsResult(Centralities.Outcome outcome) {
    super(outcome.region(), outcome.info());
    this.authorities = new DoubleVector(outcome.values());
    this.hubs = new DoubleVector(Objects.requireNonNull(outcome.hubs(), "hubs of HITS"));
    this.outcome = outcome;
  }

  /// How good an authority each vertex is.
  public DoubleVector authorities() {
    return authorities;
  }

  /// How good a hub each vertex is.
  public DoubleVector hubs() {
    return hubs;
  }

  /// Iterations run.
  public long iterations() {
    return outcome.summary().iterations();
  }

  /// Euclidean norm of the last iteration's change of both vectors.
  public double error() {
    return outcome.summary().error();
  }

  /// Whether [#error] fell below the tolerance. If not, the values are those of the last iteration,
  /// and a warning has been logged unless the tolerance was 0.
  public boolean converged() {
    return outcome.summary().converged();
  }

  /// The largest singular value of the adjacency matrix, as estimated by the last iteration.
  public double singularValue() {
    return Math.sqrt(outcome.summary().eigenvalue());
  }

  /// The `k` best hubs, best first, smaller ids first among equals. O(n log k).
  public int[] topHubs(int k) {
    return Best.highest(hubs, k);
  }

  /// The `k` best authorities, best first, smaller ids first among equals. O(n log k).
  public int[] topAuthorities(int k) {
    return Best.highest(authorities, k);
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(
        ResultColumn.of("hub", hubs), ResultColumn.of("authority", authorities));
  }
}
