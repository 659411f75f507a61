package dev.gatun.bench;

import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Breadth-first search from one vertex, with parents.
public class CsrBfsBenchmark extends GraphBenchmark {
  /// Milliseconds a search.
  @Benchmark
  public long bfs(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.bfs(rival.graph(), state.source);
    }
    try (BfsResult result = state.graph.bfs(Bfs.from(state.source), state.run)) {
      return result.reached();
    }
  }
}
