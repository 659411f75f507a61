package dev.gatun.bench;

import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Shortest paths from one vertex to all, distances only.
public class CsrSsspBenchmark extends GraphBenchmark {
  /// Milliseconds a search.
  @Benchmark
  public Object shortestPaths(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.shortestPaths(rival.graph(), state.source);
    }
    ShortestPaths options = ShortestPaths.from(state.source).parents(false);
    try (SsspResult result = state.graph.shortestPaths(options, state.run)) {
      return result.reached();
    }
  }
}
