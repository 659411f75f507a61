package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.LabelPropagation;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
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
    return GraphManifests.tests(CommunitiesCorpusTest::check);
  }

  private static void check(Manifest manifest, CorpusGraph read) {
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
    return Stream.concat(
        LdbcTests.validation("cdlp", labelsAfter(5)), LdbcTests.examples("CDLP", labelsAfter(2)));
  }

  private static LdbcTests.Check labelsAfter(int iterations) {
    LabelPropagation search = LabelPropagation.defaults().maxIterations(iterations);
    return (graph, given, expected, run) -> {
      try (CommunitiesResult result = graph.run(search, run)) {
        for (int v = 0; v < expected.length; v++) {
          assertEquals(
              Long.parseLong(expected[v]),
              given.ids()[result.rawLabels().get(v)],
              "vertex " + given.ids()[v]);
        }
      }
    };
  }
}
