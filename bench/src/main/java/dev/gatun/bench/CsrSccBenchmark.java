package dev.gatun.bench;

import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.StrongComponents;
import org.openjdk.jmh.annotations.Benchmark;

/// Strongly connected components.
public class CsrSccBenchmark extends GraphBenchmark {
  /// Milliseconds for all components.
  @Benchmark
  public long components(DirectedState state) {
    if (state.isRival()) {
      return JGraphT.strongComponents(state.rival);
    }
    try (ComponentsResult result = state.graph.run(new StrongComponents(), state.run)) {
      return result.count();
    }
  }
}
