package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspMethod;
import dev.gatun.support.Edges;
import dev.gatun.support.KernelCounts;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Arguments that break the contract: a typed error with the place in it, the same on every engine
/// with any number of workers, and nothing left behind. See [HostileCsrTest] for CSR arrays.
class HostileInputTest {
  private static final int EDGES = 300_000;

  private long before;

  @BeforeEach
  void look() {
    before = Gatun.metrics().memory().liveBytes();
  }

  @AfterEach
  void nothingIsLeft() {
    assertEquals(before, Gatun.metrics().memory().liveBytes());
  }

  /// Every engine, natives with 1 to 4 workers.
  static List<Setup> setups() {
    return Stream.concat(
            Stream.of(Setup.JAVA),
            Setup.natives().stream().filter(setup -> setup.tier().equals(Gatun.isa())))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, EDGES / 3, EDGES / 2, EDGES - 1})
  void theFirstBadIdIsNamed(int first) {
    for (int bad : new int[] {-1, Integer.MIN_VALUE, 1000, Integer.MAX_VALUE}) {
      Edges edges = Shapes.uniform(1000, EDGES, first);
      for (int later = first; later < EDGES; later += 1 + EDGES / 7) {
        edges.source()[later] = -5;
      }
      edges.target()[EDGES - 1] = -6;
      edges.source()[first] = bad;
      for (Setup setup : setups()) {
        assertRefused(
            "edge " + first + ": vertex id " + bad + " is outside 0..999",
            setup,
            () -> CsrGraph.builder().vertices(1000).build(edges.list(), setup.options()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aNegativeNumberOfVerticesAndOneTooSmall(Setup setup) {
    EdgeList edges = EdgeList.of(new int[] {0, 5, 2}, new int[] {1, 2, 6});
    assertRefused("-1", setup, () -> CsrGraph.builder().vertices(-1));
    assertRefused("-1", setup, () -> edges.withVertices(-1));
    assertRefused(
        "edge 2: vertex id 6 is outside 0..5",
        setup,
        () -> CsrGraph.builder().vertices(6).build(edges, setup.options()));
    assertRefused(
        "edge 0: vertex id 0 is outside",
        setup,
        () -> CsrGraph.builder().vertices(0).build(edges, setup.options()));
  }

  @Test
  void edgesThatAreNone() {
    int[] two = {0, 1};
    assertThrows(IllegalArgumentException.class, () -> EdgeList.of(two, new int[] {1}));
    assertThrows(IllegalArgumentException.class, () -> EdgeList.of(two, two, new int[] {1}));
    assertThrows(IllegalArgumentException.class, () -> EdgeList.ofPairs(new int[] {1, 2, 3}));
    for (int bad : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      EdgeList edges = EdgeList.of(new int[] {0, 1, bad}, new int[] {0, 1, 2});
      var e = assertThrows(IllegalArgumentException.class, edges::vertices);
      assertTrue(e.getMessage().startsWith("edge 2 "), e.getMessage());
      assertThrows(IllegalArgumentException.class, () -> CsrGraph.builder().build(edges));
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void sourcesThatAreNoVertices(Setup setup) {
    try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(10).list())) {
      for (int bad : new int[] {-1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
        String message = "source 2: vertex id " + bad + " is outside 0..9";
        assertRefused(message, setup, () -> graph.bfs(Bfs.from(3, 4, bad, -9), setup.options()));
        for (SsspMethod method : SsspMethod.values()) {
          ShortestPaths options = ShortestPaths.from(3, 4, bad, -9).method(method);
          assertRefused(message, setup, () -> graph.shortestPaths(options, setup.options()));
        }
        PageRank personal = PageRank.defaults().personalised(3, 4, bad, -9);
        assertRefused(message, setup, () -> graph.pageRank(personal, setup.options()));
        assertRefused(
            "source 2: ", setup, () -> graph.subgraph(new int[] {3, 4, bad}, setup.options()));
      }
      assertRefused(
          "vertex 3 is given twice",
          setup,
          () -> graph.subgraph(new int[] {3, 4, 3}, setup.options()));
    }
    try (CsrGraph empty = CsrGraph.builder().build(Shapes.isolated(0).list())) {
      assertRefused("source 0: ", setup, () -> empty.bfs(Bfs.from(0), setup.options()));
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void weightsThatAreNoLengths(Setup setup) {
    Edges path = Shapes.path(5);
    assertBadWeight(
        setup, "-1", EdgeList.of(path.source(), path.target(), new int[] {1, 2, -1, -2}));
    assertBadWeight(
        setup,
        "-9223372036854775808",
        EdgeList.of(path.source(), path.target(), new long[] {1, 2, Long.MIN_VALUE, -1}));
    assertBadWeight(
        setup, "NaN", EdgeList.of(path.source(), path.target(), new float[] {1, 2, Float.NaN, -1}));
    assertBadWeight(
        setup,
        "-1.0E-300",
        EdgeList.of(path.source(), path.target(), new double[] {1, 2, -1e-300, Double.NaN}));
  }

  private static void assertBadWeight(Setup setup, String weight, EdgeList edges) {
    String message = "entry 2 (the edge 2 -> 3): weight " + weight + " is not a number from 0 up";
    try (CsrGraph graph = CsrGraph.builder().build(edges)) {
      for (SsspMethod method : SsspMethod.values()) {
        ShortestPaths options = ShortestPaths.from(0).method(method);
        assertRefused(message, setup, () -> graph.shortestPaths(options, setup.options()));
      }
      PageRank weighted = PageRank.defaults().weighted(true);
      assertRefused(message, setup, () -> graph.pageRank(weighted, setup.options()));
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void personalisationsThatAreNone(Setup setup) {
    try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(3).list())) {
      double[][] bad = {
        {1, 2}, {0, 0, 0}, {1, -1, 1}, {1, Double.NaN, 1}, {1, Double.POSITIVE_INFINITY, 1}, {}
      };
      for (double[] vector : bad) {
        PageRank options = PageRank.defaults().personalised(vector);
        assertRefused("personalisation", setup, () -> graph.pageRank(options, setup.options()));
      }
    }
  }

  @Test
  void optionsOutOfRange() {
    PageRank ranks = PageRank.defaults();
    for (double bad : new double[] {-0.1, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> ranks.alpha(bad));
    }
    assertThrows(IllegalArgumentException.class, () -> ranks.tolerance(-1));
    assertThrows(IllegalArgumentException.class, () -> ranks.tolerance(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> ranks.maxIterations(-1));
    for (double bad : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> ShortestPaths.from(0).delta(bad));
    }
    RunOptions run = RunOptions.defaults();
    assertThrows(IllegalArgumentException.class, () -> run.threads(-1));
    assertThrows(IllegalArgumentException.class, () -> run.threads(257));
    assertThrows(IllegalArgumentException.class, () -> run.memoryLimit(-1));
    assertThrows(IllegalArgumentException.class, () -> Engine.parse("fast"));
    assertThrows(IllegalArgumentException.class, () -> Gatun.capIsa("sse9"));
  }

  @Test
  void verticesThatAreNone() {
    try (CsrGraph graph = CsrGraph.builder().build(Shapes.path(3).list());
        var bfs = graph.bfs(0)) {
      for (int bad : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
        List<Executable> uses =
            List.of(
                () -> graph.neighbours(bad),
                () -> graph.outDegree(bad),
                () -> graph.inDegree(bad),
                () -> graph.degree(bad),
                () -> graph.hasEdge(bad, 0),
                () -> graph.weight(bad, 0),
                () -> bfs.distance(bad),
                () -> bfs.parent(bad),
                () -> bfs.pathTo(bad));
        uses.forEach(use -> assertThrows(IndexOutOfBoundsException.class, use));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void distancesThatDoNotFit(Setup setup) {
    Edges path = Shapes.path(4);
    EdgeList edges =
        EdgeList.of(
            path.source(), path.target(), new long[] {Long.MAX_VALUE / 2, 2, Long.MAX_VALUE / 2});
    try (CsrGraph graph = CsrGraph.builder().build(edges)) {
      for (SsspMethod method : SsspMethod.values()) {
        ShortestPaths options = ShortestPaths.from(0).method(method);
        assertThrows(
            ArithmeticException.class, () -> setup.run(run -> graph.shortestPaths(options, run)));
      }
    }
  }

  private static void assertRefused(String message, Setup setup, Executable call) {
    KernelCounts[] fallbacks =
        Stream.of("csr_build", "csr_bfs", "csr_sssp", "csr_pagerank")
            .map(kernel -> new KernelCounts(kernel, Engine.NATIVE))
            .toArray(KernelCounts[]::new);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, call, setup::toString);
    assertTrue(e.getMessage().contains(message), () -> setup + ": " + e.getMessage());
    for (KernelCounts counts : fallbacks) {
      assertEquals(0, counts.fallbacks());
    }
  }
}
