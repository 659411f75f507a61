package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.RunOptions;
import dev.gatun.internal.Kernels;
import org.jspecify.annotations.Nullable;

/// How alike the neighbourhoods of vertices are: of given pairs, or of each vertex with the k
/// vertices most like it. Neighbourhoods are those of the underlying undirected simple graph,
/// without the vertex itself: the direction of edges, loops, parallel edges and weights do not
/// count. Immutable.
///
/// Pairs take O(degrees of both) each. The most similar ones take O(sum of the squares of degrees):
/// [#degrees] leaves out vertices, those that have a common neighbour are tried and no others. Of
/// equally similar ones the smaller id comes first.
///
/// Sources: P. Jaccard, The Distribution of the Flora in the Alpine Zone, New Phytologist 11(2),
/// 1912; D. Liben-Nowell, J. Kleinberg, The Link-Prediction Problem for Social Networks, JASIST
/// 58(7), 2007.
///
/// @param measure default [SimilarityMeasure#JACCARD]
/// @param first one vertex of each pair; null when the most similar ones are wanted
/// @param second the other
/// @param top how many each vertex gets; 0 for pairs
/// @param least similarities below this are left out, and those of 0 always are; default 0
/// @param leastDegree vertices of fewer neighbours get none and are none's; default 1
/// @param mostDegree and those of more; default no limit
public record Similarity(
    SimilarityMeasure measure,
    int @Nullable [] first,
    int @Nullable [] second,
    int top,
    double least,
    long leastDegree,
    long mostDegree)
    implements GraphAlgorithm<SimilarityResult> {

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException when an option is out of range, or there are not as many
  ///     first as second vertices
  public Similarity {
    if ((first == null) != (second == null) || (first == null) == (top == 0)) {
      throw new IllegalArgumentException("either pairs or a number of similar vertices, not both");
    }
    if (first != null && second != null && first.length != second.length) {
      throw new IllegalArgumentException(
          "there are " + first.length + " first vertices and " + second.length + " second ones");
    }
    if (top < 0) {
      throw new IllegalArgumentException("top " + top + " is negative");
    }
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException("least " + least + " is not in [0, 1]");
    }
    if (leastDegree < 0 || mostDegree < leastDegree) {
      throw new IllegalArgumentException(
          "degrees " + leastDegree + " to " + mostDegree + " are none");
    }
  }

  /// The similarity of first[i] and second[i], for each i.
  public static Similarity ofPairs(int[] first, int[] second) {
    return new Similarity(
        SimilarityMeasure.JACCARD, first.clone(), second.clone(), 0, 0, 1, Long.MAX_VALUE);
  }

  /// For each vertex the `count` vertices most like it.
  ///
  /// @throws IllegalArgumentException when that is less than 1
  public static Similarity top(int count) {
    return new Similarity(SimilarityMeasure.JACCARD, null, null, count, 0, 1, Long.MAX_VALUE);
  }

  /// By this measure.
  public Similarity measure(SimilarityMeasure value) {
    return new Similarity(value, first, second, top, least, leastDegree, mostDegree);
  }

  /// Only vertices at least so similar.
  public Similarity least(double value) {
    return new Similarity(measure, first, second, top, value, leastDegree, mostDegree);
  }

  /// Only vertices of so many neighbours.
  public Similarity degrees(long from, long to) {
    return new Similarity(measure, first, second, top, least, from, to);
  }

  @Override
  public SimilarityResult run(CsrGraph graph, RunOptions options) {
    return Similarities.run(graph, this, options);
  }

  @Override
  public MemoryEstimate estimate(CsrGraph graph, RunOptions options) {
    Estimate estimate = Estimate.of("similarity", graph, options).undirected();
    long rows = first == null ? (long) graph.vertices() * top : first.length;
    estimate.result(2 * rows, JAVA_INT).result(rows, JAVA_DOUBLE);
    if (first == null) {
      estimate.scratch(rows, JAVA_INT).scratch(rows, JAVA_DOUBLE);
    }
    return estimate.kernelOnUndirected(Kernels.CSR_SIMILARITY, first == null ? -1 : rows).total();
  }
}
