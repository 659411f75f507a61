package dev.gatun.bench;

import dev.gatun.graph.MultiSourceBfs;
import dev.gatun.graph.MultiSourceBfsResult;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// 512 breadth-first searches; the rival has one search at a time.
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
public class CsrMsbfsBenchmark {
  /// Milliseconds for all searches.
  @Benchmark
  public long searches(GraphState state, RivalState rival) {
    int n = state.graph.vertices();
    int[] sources = IntStream.range(0, 512).map(i -> (int) ((long) i * n / 512)).toArray();
    if (state.isRival()) {
      return IntStream.of(sources).mapToLong(s -> JGraphT.bfs(rival.graph(), s)).sum();
    }
    try (MultiSourceBfsResult result = state.graph.run(MultiSourceBfs.from(sources), state.run)) {
      return result.bySource().reached().get(0);
    }
  }
}
