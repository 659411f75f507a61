package dev.gatun.graph;

/// Values of a centrality, and whether they have converged.
public final class CentralityResult extends GraphResult {
  private final DoubleVector values;
  private final Centralities.Outcome outcome;

  CentralityResult(Centralities.Outcome outcome) {
    super(outcome.region(), outcome.info());
    this.values = new DoubleVector(outcome.values());
    this.outcome = outcome;
  }

  /// Value of each vertex.
  public DoubleVector values() {
    return values;
  }

  /// Value of a vertex.
  public double value(int vertex) {
    return values.get(vertex);
  }

  /// Iterations run.
  public long iterations() {
    return outcome.summary().iterations();
  }

  /// Euclidean norm of the last iteration's change, over that of the values.
  public double error() {
    return outcome.summary().error();
  }

  /// Whether [#error] fell below the tolerance. If not, the values are those of the last iteration,
  /// and a warning has been logged unless the tolerance was 0.
  public boolean converged() {
    return outcome.summary().converged();
  }

  /// The largest eigenvalue of the adjacency matrix as [Eigenvector] has estimated it, 0 for
  /// [Katz].
  public double eigenvalue() {
    return outcome.summary().eigenvalue();
  }

  /// The `k` vertices of highest value, highest first, smaller ids first among equals. O(n log k).
  public int[] top(int k) {
    return Best.highest(values, k);
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.of("centrality", values));
  }
}
