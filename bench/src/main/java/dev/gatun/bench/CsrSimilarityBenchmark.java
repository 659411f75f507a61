package dev.gatun.bench;

import dev.gatun.graph.Similarity;
import dev.gatun.graph.SimilarityResult;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Similarity of neighbourhoods.
@State(Scope.Benchmark)
public class CsrSimilarityBenchmark extends GraphBenchmark {
  private final int[] first = new int[100_000];
  private final int[] second = new int[100_000];

  /// Draws pairs.
  @Setup
  public void setUp(GraphState state) {
    SplittableRandom random = new SplittableRandom(1);
    Arrays.setAll(first, _ -> random.nextInt(state.graph.vertices()));
    Arrays.setAll(second, _ -> random.nextInt(state.graph.vertices()));
  }

  /// Milliseconds for the Jaccard similarity of 100,000 pairs drawn at random.
  @Benchmark
  public double pairs(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.similarities(rival.graph(), first, second);
    }
    try (SimilarityResult result = state.graph.run(Similarity.ofPairs(first, second), state.run)) {
      return result.value(0);
    }
  }
}
