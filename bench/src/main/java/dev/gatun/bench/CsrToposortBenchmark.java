package dev.gatun.bench;

import dev.gatun.graph.TopologicalOrder;
import dev.gatun.graph.TopologicalOrderResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Topological order of a graph without cycles.
public class CsrToposortBenchmark extends GraphBenchmark {
  /// Milliseconds for the order.
  @Benchmark
  public long order(DirectedState.Acyclic state) {
    if (state.isRival()) {
      return JGraphT.order(state.rival);
    }
    try (TopologicalOrderResult result = state.graph.run(new TopologicalOrder(), state.run)) {
      return result.levelCount();
    }
  }
}
