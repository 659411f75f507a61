package dev.gatun.bench;

import dev.gatun.graph.Colouring;
import dev.gatun.graph.ColouringResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Greedy colouring, with the largest degrees first.
public class CsrColouringBenchmark extends GraphBenchmark {
  /// Milliseconds for all colours.
  @Benchmark
  public long colours(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.colours(rival.graph());
    }
    try (ColouringResult result = state.graph.run(Colouring.greedy(), state.run)) {
      return result.count();
    }
  }
}
