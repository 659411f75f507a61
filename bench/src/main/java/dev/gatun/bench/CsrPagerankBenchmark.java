package dev.gatun.bench;

import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Twenty iterations of PageRank in double precision.
public class CsrPagerankBenchmark extends GraphBenchmark {
  /// Milliseconds for twenty iterations.
  @Benchmark
  public Object pageRank(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.pageRank(rival.graph(), 20);
    }
    PageRank options = PageRank.defaults().tolerance(0).maxIterations(20);
    try (PageRankResult result = state.graph.pageRank(options, state.run)) {
      return result.error();
    }
  }
}
