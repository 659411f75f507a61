package dev.gatun.cli;

import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/// An algorithm of the demo: how to run it on a graph, and what of its result must agree between
/// engines.
///
/// @param <R> its result
/// @param name what people call it
/// @param run runs it from a source vertex (which some ignore)
/// @param answer the result as arrays: `int[]` and `long[]` must be equal, `double[]` nearly
record DemoStep<R extends AutoCloseable>(
    String name, BiFunction<CsrGraph, Integer, R> run, Function<R, List<Object>> answer) {

  private static final double RELATIVE_ERROR = 1e-12;
  private static final int PAGERANK_ITERATIONS = 20;

  /// The algorithms, in the order in which they are shown.
  static final List<DemoStep<?>> ALGORITHMS =
      List.of(
          new DemoStep<BfsResult>(
              "BFS",
              (graph, source) -> graph.bfs(Bfs.from(source)),
              bfs -> List.of(bfs.distances().toArray(), bfs.parents().toArray())),
          new DemoStep<PageRankResult>(
              "PageRank, " + PAGERANK_ITERATIONS + " iterations",
              (graph, _) ->
                  graph.pageRank(
                      PageRank.defaults().tolerance(0).maxIterations(PAGERANK_ITERATIONS)),
              pageRank -> List.of(pageRank.ranks().toArray())),
          new DemoStep<ComponentsResult>(
              "components",
              (graph, _) -> graph.components(),
              components -> List.of(components.labels().toArray())),
          new DemoStep<SsspResult>(
              "shortest paths",
              (graph, source) -> graph.shortestPaths(ShortestPaths.from(source)),
              paths -> List.of(distances(paths), paths.parents().toArray())));

  private static Object distances(SsspResult paths) {
    return paths.isInteger() ? paths.longDistances().toArray() : paths.doubleDistances().toArray();
  }

  /// What must agree between graphs: a digest of all neighbour lists.
  static List<Object> answer(CsrGraph graph) {
    long digest = graph.vertices();
    for (int v = 0; v < graph.vertices(); v++) {
      digest = digest * 0x9E3779B97F4A7C15L + Arrays.hashCode(graph.neighbours(v));
      digest ^= digest >>> 29;
    }
    return List.of(new long[] {graph.vertices(), graph.entries(), digest});
  }

  /// Whether two answers agree.
  static boolean agree(List<Object> one, List<Object> other) {
    return one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(i -> arraysAgree(one.get(i), other.get(i)));
  }

  private static boolean arraysAgree(Object one, Object other) {
    return switch (one) {
      case int[] a when other instanceof int[] b -> Arrays.equals(a, b);
      case long[] a when other instanceof long[] b -> Arrays.equals(a, b);
      case double[] a when other instanceof double[] b -> nearlyEqual(a, b);
      default -> false;
    };
  }

  private static boolean nearlyEqual(double[] one, double[] other) {
    if (one.length != other.length) {
      return false;
    }
    for (int i = 0; i < one.length; i++) {
      // Infinities are equal to themselves, NaN to nothing.
      boolean near =
          one[i] == other[i]
              || Math.abs(one[i] - other[i])
                  <= RELATIVE_ERROR * Math.max(Math.abs(one[i]), Math.abs(other[i]));
      if (!near) {
        return false;
      }
    }
    return true;
  }
}
