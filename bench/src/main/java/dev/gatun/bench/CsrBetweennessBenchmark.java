package dev.gatun.bench;

import dev.gatun.graph.Betweenness;
import dev.gatun.graph.BetweennessResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Betweenness from one source; the rival has no less than all sources, on a smaller graph.
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
public class CsrBetweennessBenchmark {
  /// Milliseconds a source.
  @Benchmark
  public double betweenness(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.betweenness(rival.graph());
    }
    Betweenness algorithm = Betweenness.from(state.source);
    try (BetweennessResult result = state.graph.run(algorithm, state.run)) {
      return result.score(state.source);
    }
  }
}
