package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.GraphResult;
import dev.gatun.support.Setup;

/// Memory estimates against what a run takes.
final class EstimateChecks {
  private EstimateChecks() {}

  /// Asserts that a run takes no more than estimated, and on the native engine, all of whose memory
  /// is counted, no less than half of it.
  static void assertHolds(CsrGraph graph, GraphAlgorithm<?> algorithm) {
    for (Setup setup : Setup.engines()) {
      RunOptions run = setup.options();
      long estimate = graph.estimate(algorithm, run).totalBytes();
      try (GraphResult result = graph.run(algorithm, run)) {
        long peak = result.info().peakBytes();
        String figures = "%s on %s: %d, estimated %d".formatted(algorithm, setup, peak, estimate);
        assertTrue(peak <= estimate, figures);
        assertTrue(setup.engine() == Engine.JAVA || estimate <= 2 * peak, figures);
      }
    }
  }
}
