package dev.gatun.bench;

import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.LabelPropagation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Label propagation, ten iterations at most.
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
public class CsrLabelPropagationBenchmark {
  /// Milliseconds for a run.
  @Benchmark
  public long propagate(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.labels(rival.graph());
    }
    try (CommunitiesResult result = state.graph.run(LabelPropagation.defaults(), state.run)) {
      return result.count();
    }
  }
}
