package dev.gatun.graph;

import dev.gatun.RunOptions;

/// An algorithm with its options, ready to run on a graph. All of them are immutable and
/// thread-safe.
///
/// ```java
/// try (TrianglesResult triangles = graph.run(Triangles.perVertex())) {
///   System.out.println(triangles.count());
/// }
/// ```
///
/// @param <R> what it gives
public interface GraphAlgorithm<R extends GraphResult> {
  /// Runs it. [CsrGraph#run(GraphAlgorithm, RunOptions)] does the same.
  ///
  /// @throws IllegalArgumentException when the options do not fit the graph
  /// @throws dev.gatun.OperationCancelledException when the call is cancelled
  /// @throws dev.gatun.MemoryLimitException when it needs more memory than it may have
  R run(CsrGraph graph, RunOptions options);

  /// What [#run] will need at most, without running. O(1).
  MemoryEstimate estimate(CsrGraph graph, RunOptions options);
}
