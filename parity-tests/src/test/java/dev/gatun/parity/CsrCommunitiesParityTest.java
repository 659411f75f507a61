package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.CommunitiesResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.Leiden;
import dev.gatun.graph.Louvain;
import dev.gatun.graph.Modularity;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import java.util.ArrayDeque;
import java.util.Deque;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Communities, counters and modularity are the same on every engine to the last bit.
class CsrCommunitiesParityTest extends ParityTest {

  /// One way to search, or a partition to score.
  record Form(
      boolean leiden,
      double resolution,
      boolean weighted,
      long seed,
      int rounds,
      int levels,
      double minGain) {
    GraphAlgorithm<CommunitiesResult> algorithm() {
      return leiden
          ? new Leiden(resolution, weighted, seed, rounds, levels, minGain)
          : new Louvain(resolution, weighted, seed, rounds, levels, minGain);
    }
  }

  @Provide
  Arbitrary<Form> forms() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(1.0, 1.0, 0.3, 2.5, 0.0),
            Arbitraries.of(true, false),
            Arbitraries.longs(),
            Arbitraries.of(1, 3, 10),
            Arbitraries.of(1, 2, 100),
            Arbitraries.of(0.0, 0.0, 1e-3))
        .as(Form::new);
  }

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph graph, @ForAll("forms") Form form) {
    assertCommunitiesParity(graph, form);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph graph, @ForAll("forms") Form form) {
    assertCommunitiesParity(graph, form);
  }

  @NeedsNatives
  @Property(tries = 100)
  void nativeEqualsJavaWithAnyWeights(
      @ForAll("anyWeights") TestGraph graph, @ForAll("forms") Form form) {
    assertCommunitiesParity(graph, form);
  }

  @Provide
  @Override
  Arbitrary<TestGraph> graphs() {
    return GraphArbitraries.graphs(GraphArbitraries.edges(Palette.shares()));
  }

  @Provide
  @Override
  Arbitrary<TestGraph> tinyGraphs() {
    return GraphArbitraries.graphs(GraphArbitraries.tinyEdges(Palette.shares()));
  }

  @Provide
  @Override
  Arbitrary<TestGraph> largerGraphs() {
    return GraphArbitraries.graphs(GraphArbitraries.largerEdges(Palette.shares()));
  }

  @Provide
  Arbitrary<TestGraph> anyWeights() {
    return GraphArbitraries.graphs(GraphArbitraries.edges(Palette.any()));
  }

  private static void assertCommunitiesParity(TestGraph form, Form search) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, search.algorithm(), run));
    }
  }

  @NeedsNatives
  @Property(tries = 100)
  void scoresAreEqual(
      @ForAll("graphs") TestGraph form, @ForAll("picks") int[] picks, @ForAll boolean weighted) {
    try (CsrGraph graph = form.build()) {
      int[] names = form.vertices(picks);
      int[] labels = new int[graph.vertices()];
      for (int v = 0; v < labels.length; v++) {
        labels[v] = names.length == 0 ? v : names[v % names.length];
      }
      Modularity score = Modularity.of(labels).weighted(weighted);
      assertParity(run -> figures(graph, score, run));
    }
  }

  @Property(tries = 200)
  void javaFindsWhatItSays(@ForAll("tinyGraphs") TestGraph form, @ForAll("forms") Form search) {
    Assume.that(!search.weighted() || form.duplicates() != Duplicates.KEEP);
    try (CsrGraph graph = form.build();
        CommunitiesResult result = graph.run(search.algorithm(), Setup.JAVA.options())) {
      int[] labels = result.labels().toArray();
      double resolution = search.resolution();
      double modularity = modularity(graph, labels, resolution, search.weighted());
      assertEquals(modularity, result.modularity(), 1e-6);
      int[] alone = new int[labels.length];
      for (int v = 0; v < labels.length; v++) {
        assertTrue(labels[v] <= v && labels[labels[v]] == labels[v]);
        alone[v] = v;
      }
      assertTrue(
          modularity >= modularity(graph, alone, resolution, search.weighted()) - 1e-6,
          "no worse than every vertex alone");
      try (CommunitiesResult again =
          graph.run(new Modularity(labels, resolution, search.weighted()), Setup.JAVA.options())) {
        assertEquals(result.modularity(), again.modularity());
        assertEquals(result.count(), again.count());
      }
      if (search.leiden()) {
        assertConnected(graph, labels);
      }
    }
  }

  /// The formula, on a matrix. Parallel edges weigh alike.
  private static double modularity(
      CsrGraph graph, int[] labels, double resolution, boolean weighted) {
    int n = graph.vertices();
    double[][] matrix = new double[n][n];
    double[] strengths = new double[n];
    double total = 0;
    for (int u = 0; u < n; u++) {
      int[] row = graph.neighbours(u);
      for (int v : row) {
        double weight = weighted ? graph.weight(u, v) : 1;
        matrix[u][v] += weight;
        strengths[u] += weight;
        total += weight;
        if (graph.isDirected() || u == v) {
          matrix[v][u] += weight;
          strengths[v] += weight;
          total += weight;
        }
      }
    }
    double modularity = 0;
    for (int u = 0; u < n && total > 0; u++) {
      for (int v = 0; v < n; v++) {
        if (labels[u] == labels[v]) {
          modularity += (matrix[u][v] - resolution * strengths[u] * strengths[v] / total) / total;
        }
      }
    }
    return modularity;
  }

  private static void assertConnected(CsrGraph graph, int[] labels) {
    int n = graph.vertices();
    boolean[][] edges = new boolean[n][n];
    for (int u = 0; u < n; u++) {
      for (int v : graph.neighbours(u)) {
        edges[u][v] = true;
        edges[v][u] = true;
      }
    }
    boolean[] reached = new boolean[n];
    for (int v = 0; v < n; v++) {
      if (labels[v] != v) {
        continue;
      }
      Deque<Integer> open = new ArrayDeque<>();
      open.add(v);
      reached[v] = true;
      while (!open.isEmpty()) {
        int from = open.remove();
        for (int to = 0; to < n; to++) {
          if (edges[from][to] && labels[to] == v && !reached[to]) {
            reached[to] = true;
            open.add(to);
          }
        }
      }
    }
    for (int v = 0; v < n; v++) {
      assertTrue(reached[v], "vertex " + v + " is cut off from " + labels[v]);
    }
  }

  private static Object[] figures(
      CsrGraph graph, GraphAlgorithm<CommunitiesResult> algorithm, RunOptions run) {
    try (CommunitiesResult result = graph.run(algorithm, run)) {
      return new Object[] {
        result.labels().toArray(),
        result.compact().toArray(),
        result.count(),
        result.rounds(),
        result.levels(),
        result.iterations(),
        result.converged(),
        result.modularity()
      };
    }
  }
}
