package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.Betweenness;
import dev.gatun.graph.BetweennessResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Duplicates;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsrBetweennessParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 150)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form, @ForAll("options") Betweenness options) {
    assertBetweennessParity(form, options);
  }

  @NeedsNatives
  @Property(tries = 100)
  void nativeEqualsJavaFromSomeSources(
      @ForAll("graphs") TestGraph form, @ForAll("picks") int[] sources) {
    assertBetweennessParity(form, Betweenness.from(form.vertices(sources)));
  }

  @NeedsNatives
  @Property(tries = 20)
  void nativeEqualsJavaOnLargerGraphs(@ForAll("largerGraphs") TestGraph form) {
    assertBetweennessParity(form, Betweenness.sampled(100, 3));
    assertBetweennessParity(form, Betweenness.sampled(3, 5).normalised(true));
  }

  /// More shortest paths than a double can count.
  @NeedsNatives
  @Example
  void nativeEqualsJavaBeyondDoubles() {
    int links = 400;
    int[] source = IntStream.range(0, links * 8).map(i -> i / 8).toArray();
    int[] target = IntStream.of(source).map(v -> v + 1).toArray();
    Edges edges = Edges.unweighted(links + 1, source, target);
    TestGraph form = new TestGraph(edges, true, false, Duplicates.KEEP, true, true);
    assertBetweennessParity(form, Betweenness.exact());
    try (CsrGraph graph = form.build();
        BetweennessResult result = graph.run(Betweenness.from(0))) {
      for (int v = 1; v <= links; v++) {
        assertEquals(links - v, result.score(v));
      }
    }
  }

  private static void assertBetweennessParity(TestGraph form, Betweenness options) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, options, run));
    }
  }

  @Property(tries = 150)
  void javaCountsThePathsOfEachPair(
      @ForAll("tinyGraphs") TestGraph form, @ForAll boolean normalised) {
    try (CsrGraph graph = form.build()) {
      double[] expected = byPairs(graph, normalised);
      Object[] figures =
          figures(graph, Betweenness.exact().normalised(normalised), Setup.JAVA.options());
      double[] actual = (double[]) figures[0];
      for (int v = 0; v < expected.length; v++) {
        assertEquals(expected[v], actual[v], 1e-12 * Math.max(1, expected[v]), "score of " + v);
      }
    }
  }

  /// By definition: of all walks between two vertices as long as their distance, the share that
  /// goes through a third one.
  private static double[] byPairs(CsrGraph graph, boolean normalised) {
    int n = graph.vertices();
    double[][][] walks = walks(graph);
    int[][] distance = new int[n][n];
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        while (distance[s][t] < n && walks[distance[s][t]][s][t] == 0) {
          distance[s][t]++;
        }
      }
    }
    double[] scores = new double[n];
    for (int v = 0; v < n; v++) {
      for (int s = 0; s < n; s++) {
        for (int t = 0; t < n; t++) {
          int whole = distance[s][t];
          if (s != v && t != v && s != t && whole < n && distance[s][v] + distance[v][t] == whole) {
            scores[v] +=
                walks[distance[s][v]][s][v] * walks[distance[v][t]][v][t] / walks[whole][s][t];
          }
        }
      }
      scores[v] *= graph.isDirected() ? 1 : 0.5;
      if (normalised && n > 2) {
        scores[v] /= (n - 1.0) * (n - 2) * (graph.isDirected() ? 1 : 0.5);
      }
    }
    return scores;
  }

  /// Numbers of walks by length and ends: powers of the adjacency matrix.
  private static double[][][] walks(CsrGraph graph) {
    int n = graph.vertices();
    double[][][] walks = new double[Math.max(1, n)][n][n];
    for (int s = 0; s < n; s++) {
      walks[0][s][s] = 1;
    }
    for (int length = 1; length < n; length++) {
      for (int s = 0; s < n; s++) {
        for (int u = 0; u < n; u++) {
          for (int v : graph.neighbours(u)) {
            walks[length][s][v] += walks[length - 1][s][u];
          }
        }
      }
    }
    return walks;
  }

  @NeedsNatives
  @Example
  void estimatesHold() {
    TestGraph form = TestGraph.clean(Shapes.uniform(20_000, 60_000, 1), false);
    for (Betweenness options :
        new Betweenness[] {Betweenness.from(1), Betweenness.sampled(40, 1)}) {
      for (Setup setup : Setup.engines()) {
        try (CsrGraph graph = form.build()) {
          long estimate = graph.estimate(options, setup.options()).totalBytes();
          try (BetweennessResult result = graph.run(options, setup.options())) {
            long peak = result.info().peakBytes();
            assertTrue(peak <= estimate, () -> setup + ": " + peak + " above " + estimate);
            boolean close = setup.equals(Setup.JAVA) || estimate <= 2 * peak;
            assertTrue(close, () -> setup + ": " + peak + " far below " + estimate);
          }
        }
      }
    }
  }

  private static Object[] figures(CsrGraph graph, Betweenness options, RunOptions run) {
    try (BetweennessResult result = graph.run(options, run)) {
      return new Object[] {result.scores().toArray(), result.sources()};
    }
  }

  @Provide
  Arbitrary<Betweenness> options() {
    return Arbitraries.of(
        Betweenness.exact(),
        Betweenness.exact().normalised(true),
        Betweenness.sampled(5, 1),
        Betweenness.sampled(40, 7).normalised(true));
  }
}
