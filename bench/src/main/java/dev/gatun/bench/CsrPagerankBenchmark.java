package dev.gatun.bench;

import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Twenty iterations of PageRank in double precision.
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
public class CsrPagerankBenchmark {
  /// Milliseconds for twenty iterations.
  @Benchmark
  public Object pageRank(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.pageRank(rival.graph(), 20);
    }
    PageRank options = PageRank.defaults().tolerance(0).maxIterations(20);
    try (PageRankResult result = state.graph.pageRank(options, state.run)) {
      return result.error();
    }
  }
}
