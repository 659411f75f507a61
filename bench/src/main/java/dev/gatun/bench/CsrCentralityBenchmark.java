package dev.gatun.bench;

import dev.gatun.graph.CentralityResult;
import dev.gatun.graph.Eigenvector;
import dev.gatun.graph.Hits;
import dev.gatun.graph.HitsResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Twenty iterations of eigenvector centrality, and of HITS.
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
public class CsrCentralityBenchmark {
  /// Milliseconds for twenty iterations.
  @Benchmark
  public Object eigenvector(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.eigenvector(rival.graph(), 20);
    }
    Eigenvector options = Eigenvector.defaults().tolerance(0).maxIterations(20);
    try (CentralityResult result = state.graph.run(options, state.run)) {
      return result.error();
    }
  }

  /// Milliseconds for twenty iterations. The rival has no such algorithm.
  @Benchmark
  public Object hits(GraphState state) {
    if (state.isRival()) {
      return 0;
    }
    Hits options = Hits.defaults().tolerance(0).maxIterations(20);
    try (HitsResult result = state.graph.run(options, state.run)) {
      return result.error();
    }
  }
}
