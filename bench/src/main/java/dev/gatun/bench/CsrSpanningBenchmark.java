package dev.gatun.bench;

import dev.gatun.graph.SpanningForest;
import dev.gatun.graph.SpanningForestResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Minimum spanning forest.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow",
      "-Xmx8g"
    })
public class CsrSpanningBenchmark {
  /// Milliseconds for the whole forest.
  @Benchmark
  public double spanningForest(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.spanningForest(rival.graph());
    }
    try (SpanningForestResult result = state.graph.run(SpanningForest.minimum(), state.run)) {
      return result.weight();
    }
  }
}
