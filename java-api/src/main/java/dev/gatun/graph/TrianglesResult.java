package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrTriangles;
import org.jspecify.annotations.Nullable;

/// How many triangles there are, and how tightly knit the graph is.
public final class TrianglesResult extends GraphResult {
  private final CsrTriangles.Result summary;
  private final LongVector total;
  private final @Nullable LongVector perVertex;
  private final @Nullable DoubleVector clustering;
  private final double average;

  /// @param total of one value, the count
  /// @param average of `clustering`
  TrianglesResult(
      Region region,
      RunInfo info,
      CsrTriangles.Result summary,
      LongVector total,
      @Nullable LongVector perVertex,
      @Nullable DoubleVector clustering,
      double average) {
    super(region, info);
    this.summary = summary;
    this.total = total;
    this.perVertex = perVertex;
    this.clustering = clustering;
    this.average = average;
  }

  /// Triangles in the graph.
  public long count() {
    return summary.count();
  }

  /// Of all pairs of neighbours that a vertex has, over all vertices, the share that are neighbours
  /// of each other: 3 x triangles / (sum of degree x (degree - 1) / 2); 0 where there is no pair.
  public double transitivity() {
    return summary.wedges() == 0 ? 0 : 3.0 * summary.count() / summary.wedges();
  }

  /// Triangles that each vertex is in.
  ///
  /// @throws IllegalStateException when only the count was asked for, as below
  public LongVector perVertex() {
    return asked(perVertex);
  }

  /// Triangles that a vertex is in.
  public long triangles(int vertex) {
    return perVertex().get(vertex);
  }

  /// Local clustering coefficients: of the pairs of a vertex's neighbours, the share that are
  /// neighbours of each other; 0 for a vertex of less than two.
  public DoubleVector clustering() {
    return asked(clustering);
  }

  /// The local clustering coefficient of a vertex.
  public double clustering(int vertex) {
    return clustering().get(vertex);
  }

  /// The mean of [#clustering] over all vertices, those of less than two neighbours included; 0 for
  /// a graph without vertices.
  public double averageClustering() {
    asked(clustering);
    return average;
  }

  /// A row per vertex, or one with the count when no more was asked for.
  @Override
  public ResultTable table() {
    return perVertex == null || clustering == null
        ? ResultTable.of(ResultColumn.of("triangles", total))
        : ResultTable.perVertex(
            ResultColumn.of("triangles", perVertex), ResultColumn.of("clustering", clustering));
  }

  private static <V> V asked(@Nullable V vector) {
    if (vector == null) {
      throw new IllegalStateException("only the count was asked for: see Triangles.perVertex()");
    }
    return vector;
  }
}
