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
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.nio.file.Path;
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

  /// Compares a result with the expected values of all vertices.
  private interface Check {
    void run(CsrGraph graph, LdbcGraph given, String[] expected, RunOptions run);
  }

  @TestFactory
  Stream<DynamicTest> bfs() {
    Path folder = Corpus.folder("graph/ldbc/bfs");
    return Stream.concat(
        bothDirections(folder, (graph, given, values, run) -> bfs(graph, given, 1, values, run)),
        examples("BFS", this::bfsOfExample));
  }

  @TestFactory
  Stream<DynamicTest> pageRank() {
    Path folder = Corpus.folder("graph/ldbc/pr");
    return Stream.concat(
        bothDirections(
            folder,
            (graph, _, values, run) -> ranks(graph, graph.isDirected() ? 14 : 26, values, run)),
        examples("PR", (graph, _, values, run) -> ranks(graph, 2, values, run)));
  }

  @TestFactory
  Stream<DynamicTest> components() {
    Path folder = Corpus.folder("graph/ldbc/wcc");
    return Stream.concat(
        bothDirections(folder, LdbcCorpusTest::sameParts),
        examples("WCC", LdbcCorpusTest::sameParts));
  }

  @TestFactory
  Stream<DynamicTest> shortestPaths() {
    Path folder = Corpus.folder("graph/ldbc/sssp");
    Stream<DynamicTest> validation =
        Stream.of(true, false)
            .flatMap(
                directed -> {
                  String name = directed ? "dir" : "undir";
                  return onAll(
                      name,
                      LdbcGraph.ofEdges(folder, name + "-input"),
                      directed,
                      folder.resolve(name + "-output"),
                      (graph, given, values, run) -> sssp(graph, given, 1, values, run));
                });
    return Stream.concat(validation, examples("SSSP", this::ssspOfExample));
  }

  private static Stream<DynamicTest> bothDirections(Path folder, Check check) {
    return Stream.of("dir", "undir")
        .flatMap(
            name ->
                onAll(
                    name,
                    LdbcGraph.ofVertexList(folder.resolve(name + "-input")),
                    name.equals("dir"),
                    folder.resolve(name + "-output"),
                    check));
  }

  /// Both forms of the two example graphs: with weights, and as vertex lists.
  private static Stream<DynamicTest> examples(String algorithm, Check check) {
    Path folder = Corpus.folder("graph/ldbc/example");
    return Stream.of("example-directed", "example-undirected")
        .flatMap(
            name -> {
              boolean directed = name.equals("example-directed");
              Path output = folder.resolve(name + "-" + algorithm);
              Stream<DynamicTest> withWeights =
                  onAll(name + ".e", LdbcGraph.ofEdges(folder, name), directed, output, check);
              if (algorithm.equals("SSSP")) {
                return withWeights;
              }
              LdbcGraph list = LdbcGraph.ofVertexList(folder.resolve(name + "-input"));
              return Stream.concat(
                  withWeights, onAll(name + "-input", list, directed, output, check));
            });
  }

  private static Stream<DynamicTest> onAll(
      String name, LdbcGraph given, boolean directed, Path output, Check check) {
    String[] expected = given.values(output);
    return Corpus.setups().stream()
        .map(
            setup ->
                Named.test(
                    name + " on " + setup, () -> on(setup, given, directed, expected, check)));
  }

  private static void on(
      Setup setup, LdbcGraph given, boolean directed, String[] expected, Check check) {
    RunOptions run = setup.options();
    try (CsrGraph graph = CsrGraph.builder().directed(directed).build(given.edges().list(), run)) {
      check.run(graph, given, expected, run);
    }
  }

  private void bfsOfExample(CsrGraph graph, LdbcGraph given, String[] values, RunOptions run) {
    bfs(graph, given, graph.isDirected() ? 1 : 2, values, run);
  }

  private void ssspOfExample(CsrGraph graph, LdbcGraph given, String[] values, RunOptions run) {
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
