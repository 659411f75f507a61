package dev.gatun.bench;

import dev.gatun.graph.DepthFirst;
import dev.gatun.graph.DepthFirstResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Depth-first search from one vertex, with all that it gives.
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
public class CsrDfsBenchmark {
  /// Milliseconds a search.
  @Benchmark
  public long dfs(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.dfs(rival.graph(), state.source);
    }
    try (DepthFirstResult result = state.graph.run(DepthFirst.from(state.source), state.run)) {
      return result.reached();
    }
  }
}
