package dev.gatun.bench;

import dev.gatun.graph.ReorderMethod;
import dev.gatun.graph.Reordering;
import dev.gatun.graph.ReorderingResult;
import org.openjdk.jmh.annotations.Benchmark;

/// The graph in another order of its vertices. No rival has that.
public class CsrReorderBenchmark extends GraphBenchmark {
  /// Milliseconds to sort the hubs and build the graph.
  @Benchmark
  public Object hubSort(GraphState state) {
    return run(state, ReorderMethod.HUB_SORT);
  }

  /// Milliseconds to search for the order of reverse Cuthill-McKee and build the graph.
  @Benchmark
  public Object cuthillMckee(GraphState state) {
    return run(state, ReorderMethod.CUTHILL_MCKEE);
  }

  private static Object run(GraphState state, ReorderMethod method) {
    if (state.isRival()) {
      return 0;
    }
    try (ReorderingResult result = state.graph.run(Reordering.by(method), state.run)) {
      return result.graph().entries();
    }
  }
}
