package dev.gatun.bench;

import dev.gatun.graph.RandomWalks;
import dev.gatun.graph.RandomWalksResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Random walks of 40 vertices, one from each vertex.
public class CsrWalksBenchmark extends GraphBenchmark {
  private static final RandomWalks EVEN = RandomWalks.ofLength(40).weighted(false);

  /// Milliseconds for walks that take every edge alike.
  @Benchmark
  public Object even(GraphState state, RivalState rival) {
    return state.isRival() ? JGraphT.walks(rival.graph(), 40) : run(state, EVEN);
  }

  /// Milliseconds for walks by weight. The rival has been measured above.
  @Benchmark
  public Object weighted(GraphState state) {
    return state.isRival() ? 0 : run(state, EVEN.weighted(true));
  }

  /// Milliseconds for walks of node2vec with p = 0.25 and q = 4. The rival has no such walks.
  @Benchmark
  public Object node2vec(GraphState state) {
    return state.isRival() ? 0 : run(state, EVEN.node2vec(0.25, 4));
  }

  private static long run(GraphState state, RandomWalks options) {
    try (RandomWalksResult result = state.graph.run(options, state.run)) {
      return result.count();
    }
  }
}
