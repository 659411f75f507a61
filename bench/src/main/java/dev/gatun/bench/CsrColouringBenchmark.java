package dev.gatun.bench;

import dev.gatun.graph.Colouring;
import dev.gatun.graph.ColouringResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Greedy colouring, with the largest degrees first.
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
public class CsrColouringBenchmark {
  /// Milliseconds for all colours.
  @Benchmark
  public long colours(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.colours(rival.graph());
    }
    try (ColouringResult result = state.graph.run(Colouring.greedy(), state.run)) {
      return result.count();
    }
  }
}
