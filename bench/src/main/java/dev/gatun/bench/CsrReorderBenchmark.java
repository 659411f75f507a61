package dev.gatun.bench;

import dev.gatun.graph.ReorderMethod;
import dev.gatun.graph.Reordering;
import dev.gatun.graph.ReorderingResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// The graph in another order of its vertices. No rival has that.
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
public class CsrReorderBenchmark {
  /// Milliseconds to sort the hubs and build the graph.
  @Benchmark
  public Object hubSort(GraphState state) {
    return run(state, ReorderMethod.HUB_SORT);
  }

  /// Milliseconds to search for the order of reverse Cuthill-McKee and build the graph.
  @Benchmark
  public Object cuthillMckee(GraphState state) {
    return run(state, ReorderMethod.CUTHILL_MCKEE);
  }

  private static Object run(GraphState state, ReorderMethod method) {
    if (state.isRival()) {
      return 0;
    }
    try (ReorderingResult result = state.graph.run(Reordering.by(method), state.run)) {
      return result.graph().entries();
    }
  }
}
