package dev.gatun.bench;

import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
import org.openjdk.jmh.annotations.Benchmark;

/// Communities by modularity.
public class CsrCommunitiesBenchmark extends GraphBenchmark {
  /// Milliseconds for one round of Louvain's method. JGraphT has neither this nor Leiden.
  @Benchmark
  public double louvain(GraphState state) {
    return modularity(state, Louvain.defaults().maxRounds(1));
  }

  /// Milliseconds for one round of the Leiden method.
  @Benchmark
  public double leiden(GraphState state) {
    return modularity(state, Leiden.defaults().maxRounds(1));
  }

  private static double modularity(GraphState state, GraphAlgorithm<CommunitiesResult> search) {
    try (CommunitiesResult result = state.graph.run(search, state.run)) {
      return result.modularity();
    }
  }
}
