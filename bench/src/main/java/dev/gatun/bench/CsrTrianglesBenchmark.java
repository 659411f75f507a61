package dev.gatun.bench;

import dev.gatun.graph.Triangles;
import dev.gatun.graph.TrianglesResult;
import org.openjdk.jmh.annotations.Benchmark;

/// Triangles.
public class CsrTrianglesBenchmark extends GraphBenchmark {
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
