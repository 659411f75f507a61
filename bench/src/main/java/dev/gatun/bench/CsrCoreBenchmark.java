package dev.gatun.bench;

import dev.gatun.graph.Cores;
import dev.gatun.graph.CoresResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Core numbers.
public class CsrCoreBenchmark extends GraphBenchmark {
  /// Milliseconds for all core numbers.
  @Benchmark
  public int cores(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.degeneracy(rival.graph());
    }
    try (CoresResult result = state.graph.run(new Cores(), state.run)) {
      return result.degeneracy();
    }
  }
}
