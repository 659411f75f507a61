package dev.gatun.bench;

import dev.gatun.graph.ComponentsResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Connected components.
public class CsrComponentsBenchmark extends GraphBenchmark {
  /// Milliseconds for all components.
  @Benchmark
  public long components(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.components(rival.graph());
    }
    try (ComponentsResult result = state.graph.components(state.run)) {
      return result.count();
    }
  }
}
