package dev.gatun.bench;

import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Breadth-first search from one vertex, with parents.
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
public class CsrBfsBenchmark {
  /// Milliseconds a search.
  @Benchmark
  public long bfs(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.bfs(rival.graph(), state.source);
    }
    try (BfsResult result = state.graph.bfs(Bfs.from(state.source), state.run)) {
      return result.reached();
    }
  }
}
