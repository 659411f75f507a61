package dev.gatun.bench;

import dev.gatun.graph.MultiSourceBfs;
import dev.gatun.graph.MultiSourceBfsResult;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/// 512 breadth-first searches; the rival has one search at a time.
public class CsrMsbfsBenchmark extends GraphBenchmark {
  /// Milliseconds for all searches.
  @Benchmark
  public long searches(GraphState state, RivalState rival) {
    int n = state.graph.vertices();
    int[] sources = IntStream.range(0, 512).map(i -> (int) ((long) i * n / 512)).toArray();
    if (state.isRival()) {
      return IntStream.of(sources).mapToLong(s -> JGraphT.bfs(rival.graph(), s)).sum();
    }
    try (MultiSourceBfsResult result = state.graph.run(MultiSourceBfs.from(sources), state.run)) {
      return result.bySource().reached().get(0);
    }
  }
}
