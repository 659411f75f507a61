package dev.gatun.bench;

import dev.gatun.graph.TopologicalOrder;
import dev.gatun.graph.TopologicalOrderResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Topological order of a graph without cycles.
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
public class CsrToposortBenchmark {
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
