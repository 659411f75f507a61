package dev.gatun.bench;

import dev.gatun.graph.Cores;
import dev.gatun.graph.CoresResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Core numbers.
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
public class CsrCoreBenchmark {
  /// Milliseconds for all core numbers.
  @Benchmark
  public int cores(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.degeneracy(rival.graph());
    }
    try (CoresResult result = state.graph.run(new Cores(), state.run)) {
      return result.degeneracy();
    }
  }
}
