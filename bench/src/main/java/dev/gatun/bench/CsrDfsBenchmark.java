package dev.gatun.bench;

import dev.gatun.graph.DepthFirst;
import dev.gatun.graph.DepthFirstResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Depth-first search from one vertex, with all that it gives.
public class CsrDfsBenchmark extends GraphBenchmark {
  /// Milliseconds a search.
  @Benchmark
  public long dfs(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.dfs(rival.graph(), state.source);
    }
    try (DepthFirstResult result = state.graph.run(DepthFirst.from(state.source), state.run)) {
      return result.reached();
    }
  }
}
