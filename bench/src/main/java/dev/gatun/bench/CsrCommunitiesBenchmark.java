package dev.gatun.bench;

import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Communities by modularity.
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
public class CsrCommunitiesBenchmark {
  /// Milliseconds for one round of Louvain's method. JGraphT has neither this nor Leiden.
  @Benchmark
  public double louvain(GraphState state) {
    return modularity(state, Louvain.defaults().maxRounds(1));
  }

  /// Milliseconds for one round of the Leiden method.
  @Benchmark
  public double leiden(GraphState state) {
    return modularity(state, Leiden.defaults().maxRounds(1));
  }

  private static double modularity(GraphState state, GraphAlgorithm<CommunitiesResult> search) {
    try (CommunitiesResult result = state.graph.run(search, state.run)) {
      return result.modularity();
    }
  }
}
