package dev.gatun.bench;

import dev.gatun.graph.Bipartite;
import dev.gatun.graph.BipartiteResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Two sides (of `road`) or an odd cycle (of the others).
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
public class CsrBipartiteBenchmark {
  /// Milliseconds for either.
  @Benchmark
  public boolean sides(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.isBipartite(rival.graph());
    }
    try (BipartiteResult result = state.graph.run(new Bipartite(), state.run)) {
      return result.isBipartite();
    }
  }
}
