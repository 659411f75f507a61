package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import dev.gatun.RunOptions;
import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.LabelPropagation;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
import dev.gatun.support.Named;
import dev.gatun.support.Setup;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Communities of the corpus' graphs: the labels that its manifests and LDBC Graphalytics expect of
/// label propagation, and a modularity next to the best that igraph's methods reached.
class CommunitiesCorpusTest {
  private static final double LEIDEN_SHARE = 0.98;

  /// On random graphs, without communities, igraph's own Louvain reaches 0.86 to 0.95 of its best.
  private static final double LOUVAIN_SHARE = 0.95;

  @TestFactory
  Stream<DynamicContainer> manifests() {
    Path folder = Corpus.folder("graph");
    return Corpus.files(folder, ".json").stream()
        .map(Manifest::read)
        .map(
            manifest ->
                dynamicContainer(
                    manifest.toString(),
                    Corpus.setups().stream()
                        .map(
                            setup ->
                                Named.test(
                                    manifest + " on " + setup, () -> check(manifest, setup)))));
  }

  private static void check(Manifest manifest, Setup setup) {
    try (CorpusGraph read = CorpusGraph.read(manifest, setup)) {
      CsrGraph graph = read.graph();
      try (CommunitiesResult result = graph.run(LabelPropagation.defaults(), read.run())) {
        assertEquals(
            manifest.number("cdlp10_label_crc32"),
            Checksums.ofInts(result.rawLabels().toArray()),
            "labels");
      }
      double reached =
          manifest.figures().get("modularity_reached") instanceof Number number
              ? number.doubleValue()
              : 0;
      checkModularity(graph, Louvain.defaults(), LOUVAIN_SHARE * reached, read.run());
      checkModularity(graph, Leiden.defaults(), LEIDEN_SHARE * reached, read.run());
    }
  }

  private static void checkModularity(
      CsrGraph graph, GraphAlgorithm<CommunitiesResult> search, double least, RunOptions run) {
    try (CommunitiesResult result = graph.run(search, run)) {
      assertTrue(result.modularity() >= least, () -> search + ": " + result.modularity());
      if (search instanceof Leiden) {
        assertConnected(graph, result.labels().toArray());
      }
    }
  }

  /// Every community can be walked through from its first vertex.
  private static void assertConnected(CsrGraph graph, int[] labels) {
    try (CsrGraph turned = graph.transpose(RunOptions.defaults())) {
      boolean[] reached = new boolean[labels.length];
      Deque<Integer> open = new ArrayDeque<>();
      for (int v = 0; v < labels.length; v++) {
        if (labels[v] == v) {
          reached[v] = true;
          open.add(v);
        }
      }
      while (!open.isEmpty()) {
        int v = open.remove();
        for (int[] row : new int[][] {graph.neighbours(v), turned.neighbours(v)}) {
          for (int u : row) {
            if (labels[u] == labels[v] && !reached[u]) {
              reached[u] = true;
              open.add(u);
            }
          }
        }
      }
      for (int v = 0; v < labels.length; v++) {
        assertTrue(reached[v], "vertex " + v);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> graphalytics() {
    Path folder = Corpus.folder("graph/ldbc");
    Path cdlp = folder.resolve("cdlp");
    Path example = folder.resolve("example");
    return Stream.of(true, false)
        .flatMap(
            directed -> {
              String validation = directed ? "dir" : "undir";
              String name = directed ? "example-directed" : "example-undirected";
              Path expected = example.resolve(name + "-CDLP");
              return Stream.of(
                      propagation(
                          validation,
                          LdbcGraph.ofVertexList(cdlp.resolve(validation + "-input")),
                          directed,
                          5,
                          cdlp.resolve(validation + "-output")),
                      propagation(
                          name + "-input",
                          LdbcGraph.ofVertexList(example.resolve(name + "-input")),
                          directed,
                          2,
                          expected),
                      propagation(
                          name + ".e", LdbcGraph.ofEdges(example, name), directed, 2, expected))
                  .flatMap(tests -> tests);
            });
  }

  private static Stream<DynamicTest> propagation(
      String name, LdbcGraph given, boolean directed, int iterations, Path output) {
    String[] expected = given.values(output);
    return Corpus.setups().stream()
        .map(
            setup ->
                Named.test(
                    name + " on " + setup,
                    () -> checkLabels(given, directed, iterations, expected, setup.options())));
  }

  private static void checkLabels(
      LdbcGraph given, boolean directed, int iterations, String[] expected, RunOptions run) {
    LabelPropagation search = LabelPropagation.defaults().maxIterations(iterations);
    try (CsrGraph graph = CsrGraph.builder().directed(directed).build(given.edges().list(), run);
        CommunitiesResult result = graph.run(search, run)) {
      for (int v = 0; v < expected.length; v++) {
        assertEquals(
            Long.parseLong(expected[v]),
            given.ids()[result.rawLabels().get(v)],
            "vertex " + given.ids()[v]);
      }
    }
  }
}
