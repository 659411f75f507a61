package dev.gatun.bench;

import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Shortest paths from one vertex to all, distances only.
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
public class CsrSsspBenchmark {
  /// Milliseconds a search.
  @Benchmark
  public Object shortestPaths(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.shortestPaths(rival.graph(), state.source);
    }
    ShortestPaths options = ShortestPaths.from(state.source).parents(false);
    try (SsspResult result = state.graph.shortestPaths(options, state.run)) {
      return result.reached();
    }
  }
}
