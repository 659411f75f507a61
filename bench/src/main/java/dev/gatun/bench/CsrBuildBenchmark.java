package dev.gatun.bench;

import dev.gatun.graph.CsrGraph;
import org.openjdk.jmh.annotations.Benchmark;

/// An undirected CSR out of edge tuples in heap arrays.
public class CsrBuildBenchmark extends GraphBenchmark {
  /// Milliseconds a build.
  @Benchmark
  public Object build(GraphState state) {
    if (state.isRival()) {
      return JGraphT.of(state.graph);
    }
    try (CsrGraph graph = CsrGraph.builder().undirected().build(state.edges, state.run)) {
      return graph.entries();
    }
  }
}
