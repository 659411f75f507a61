package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;

/// Local clustering coefficients.
public final class ClusteringResult extends GraphResult {
  private final DoubleVector coefficients;
  private final double average;

  ClusteringResult(Region region, RunInfo info, DoubleVector coefficients, double average) {
    super(region, info);
    this.coefficients = coefficients;
    this.average = average;
  }

  /// The coefficient of each vertex, 0 to 1.
  public DoubleVector coefficients() {
    return coefficients;
  }

  /// The coefficient of a vertex.
  public double coefficient(int vertex) {
    return coefficients.get(vertex);
  }

  /// The mean over all vertices; 0 for a graph without any.
  public double average() {
    return average;
  }

  @Override
  public ResultTable table() {
    return ResultTable.perVertex(ResultColumn.of("clustering", coefficients));
  }
}
