package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The validation graphs of LDBC Graphalytics in `graph/ldbc` of the corpus.
class LdbcCorpusTest {
  private static final String UNREACHED = "9223372036854775807";

  /// Some of the expected ranks went through more iterations. Graphalytics allows 1e-4.
  private static final double RANK_TOLERANCE = 2e-6;

  @TestFactory
  Stream<DynamicTest> bfs() {
    return Stream.concat(
        LdbcTests.validation(
            "bfs", (graph, given, values, run) -> bfs(graph, given, 1, values, run)),
        LdbcTests.examples("BFS", LdbcCorpusTest::bfsOfExample));
  }

  @TestFactory
  Stream<DynamicTest> pageRank() {
    return Stream.concat(
        LdbcTests.validation(
            "pr",
            (graph, _, values, run) -> ranks(graph, graph.isDirected() ? 14 : 26, values, run)),
        LdbcTests.examples("PR", (graph, _, values, run) -> ranks(graph, 2, values, run)));
  }

  @TestFactory
  Stream<DynamicTest> components() {
    return Stream.concat(
        LdbcTests.validation("wcc", LdbcCorpusTest::sameParts),
        LdbcTests.examples("WCC", LdbcCorpusTest::sameParts));
  }

  @TestFactory
  Stream<DynamicTest> shortestPaths() {
    return Stream.concat(
        LdbcTests.weightedValidation(
            "sssp", (graph, given, values, run) -> sssp(graph, given, 1, values, run)),
        LdbcTests.weightedExamples("SSSP", LdbcCorpusTest::ssspOfExample));
  }

  private static void bfsOfExample(
      CsrGraph graph, LdbcGraph given, String[] values, RunOptions run) {
    bfs(graph, given, graph.isDirected() ? 1 : 2, values, run);
  }

  private static void ssspOfExample(
      CsrGraph graph, LdbcGraph given, String[] values, RunOptions run) {
    sssp(graph, given, graph.isDirected() ? 1 : 2, values, run);
  }

  private static void bfs(
      CsrGraph graph, LdbcGraph given, long source, String[] expected, RunOptions run) {
    try (BfsResult result = graph.bfs(Bfs.from(given.vertex(source)), run)) {
      for (int v = 0; v < expected.length; v++) {
        int distance = result.distance(v);
        assertEquals(expected[v], distance == -1 ? UNREACHED : "" + distance, "vertex " + v);
      }
    }
  }

  private static void sssp(
      CsrGraph graph, LdbcGraph given, long source, String[] expected, RunOptions run) {
    try (SsspResult result = graph.shortestPaths(ShortestPaths.from(given.vertex(source)), run)) {
      for (int v = 0; v < expected.length; v++) {
        double distance =
            expected[v].startsWith("inf")
                ? Double.POSITIVE_INFINITY
                : Double.parseDouble(expected[v]);
        assertEquals(distance, result.distance(v), 1e-12, "vertex " + v);
      }
    }
  }

  private static void ranks(CsrGraph graph, int iterations, String[] expected, RunOptions run) {
    PageRank options = PageRank.defaults().tolerance(0).maxIterations(iterations);
    try (PageRankResult result = graph.pageRank(options, run)) {
      for (int v = 0; v < expected.length; v++) {
        double rank = Double.parseDouble(expected[v]);
        assertEquals(rank, result.rank(v), rank * RANK_TOLERANCE, "vertex " + v);
      }
    }
  }

  /// Equal up to the names of the parts.
  private static void sameParts(
      CsrGraph graph, LdbcGraph given, String[] expected, RunOptions run) {
    try (ComponentsResult result = graph.components(run)) {
      Map<String, Integer> names = new HashMap<>();
      for (int v = 0; v < expected.length; v++) {
        int label = result.label(v);
        assertEquals(
            label, names.computeIfAbsent(expected[v], _ -> label), "vertex " + given.ids()[v]);
      }
      assertEquals(names.size(), result.count());
    }
  }
}
