package dev.gatun.bench;

import dev.gatun.graph.CsrGraph;
import org.openjdk.jmh.annotations.Benchmark;

/// Checking a CSR that the caller gives. No rival takes one.
public class CsrCheckBenchmark extends GraphBenchmark {
  /// Milliseconds a check.
  @Benchmark
  public Object check(GivenState state) {
    try (CsrGraph graph = state.check()) {
      return graph.entries();
    }
  }
}
