package dev.gatun.bench;

import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.StrongComponents;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Strongly connected components.
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
public class CsrSccBenchmark {
  /// Milliseconds for all components.
  @Benchmark
  public long components(DirectedState state) {
    if (state.isRival()) {
      return JGraphT.strongComponents(state.rival);
    }
    try (ComponentsResult result = state.graph.run(new StrongComponents(), state.run)) {
      return result.count();
    }
  }
}
