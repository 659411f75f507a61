package dev.gatun.bench;

import dev.gatun.graph.Triangles;
import dev.gatun.graph.TrianglesResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Triangles.
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
public class CsrTrianglesBenchmark {
  /// Milliseconds for the number of triangles.
  @Benchmark
  public long triangles(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.triangles(rival.graph());
    }
    try (TrianglesResult result = state.graph.run(Triangles.count(), state.run)) {
      return result.count();
    }
  }

  /// Milliseconds for the triangles at each vertex and its clustering coefficient.
  @Benchmark
  public long perVertex(GraphState state, RivalState rival) {
    if (state.isRival()) {
      return JGraphT.clustering(rival.graph()).size();
    }
    try (TrianglesResult result = state.graph.run(Triangles.perVertex(), state.run)) {
      return result.count();
    }
  }
}
