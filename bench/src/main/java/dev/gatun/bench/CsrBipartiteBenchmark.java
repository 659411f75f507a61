package dev.gatun.bench;

import dev.gatun.graph.Bipartite;
import dev.gatun.graph.BipartiteResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Two sides (of `road`) or an odd cycle (of the others).
public class CsrBipartiteBenchmark extends GraphBenchmark {
  /// Milliseconds for either.
  @Benchmark
  public boolean sides(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.isBipartite(rival.graph());
    }
    try (BipartiteResult result = state.graph.run(new Bipartite(), state.run)) {
      return result.isBipartite();
    }
  }
}
