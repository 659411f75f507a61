package dev.gatun.bench;

import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.LabelPropagation;
import org.openjdk.jmh.annotations.Benchmark;

/// Label propagation, ten iterations at most.
public class CsrLabelPropagationBenchmark extends GraphBenchmark {
  /// Milliseconds for a run.
  @Benchmark
  public long propagate(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.labels(rival.graph());
    }
    try (CommunitiesResult result = state.graph.run(LabelPropagation.defaults(), state.run)) {
      return result.count();
    }
  }
}
