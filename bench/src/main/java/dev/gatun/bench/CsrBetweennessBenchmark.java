package dev.gatun.bench;

import dev.gatun.graph.Betweenness;
import dev.gatun.graph.BetweennessResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Betweenness from one source; the rival has no less than all sources, on a smaller graph.
public class CsrBetweennessBenchmark extends GraphBenchmark {
  /// Milliseconds a source.
  @Benchmark
  public double betweenness(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.betweenness(rival.graph());
    }
    Betweenness algorithm = Betweenness.from(state.source);
    try (BetweennessResult result = state.graph.run(algorithm, state.run)) {
      return result.score(state.source);
    }
  }
}
