package dev.gatun.bench;

import dev.gatun.graph.SpanningForest;
import dev.gatun.graph.SpanningForestResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Minimum spanning forest.
public class CsrSpanningBenchmark extends GraphBenchmark {
  /// Milliseconds for the whole forest.
  @Benchmark
  public double spanningForest(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.spanningForest(rival.graph());
    }
    try (SpanningForestResult result = state.graph.run(SpanningForest.minimum(), state.run)) {
      return result.weight();
    }
  }
}
