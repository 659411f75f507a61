package dev.gatun.bench;

import dev.gatun.graph.CentralityResult;
import dev.gatun.graph.Eigenvector;
import dev.gatun.graph.Hits;
import dev.gatun.graph.HitsResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Twenty iterations of eigenvector centrality, and of HITS.
public class CsrCentralityBenchmark extends GraphBenchmark {
  /// Milliseconds for twenty iterations.
  @Benchmark
  public Object eigenvector(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.eigenvector(rival.graph(), 20);
    }
    Eigenvector options = Eigenvector.defaults().tolerance(0).maxIterations(20);
    try (CentralityResult result = state.graph.run(options, state.run)) {
      return result.error();
    }
  }

  /// Milliseconds for twenty iterations. The rival has no such algorithm.
  @Benchmark
  public Object hits(GraphState state) {
    if (state.isRival()) {
      return 0;
    }
    Hits options = Hits.defaults().tolerance(0).maxIterations(20);
    try (HitsResult result = state.graph.run(options, state.run)) {
      return result.error();
    }
  }
}
