package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.Engine;
import dev.gatun.Gatun;
import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.graph.ShortestPaths;
import dev.gatun.graph.SsspResult;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Graphs too large to shrink: known answers on each engine, and native against Java.
class LargeGraphParityTest {
  private static final int LONG = 10_000_000;
  private static final int LEAVES = 1_000_000;

  /// Java, and native with 1 and 2 workers.
  static List<Setup> setups() {
    return Stream.concat(
            Stream.of(Setup.JAVA),
            Gatun.nativeAvailable().available()
                ? Stream.of(
                    new Setup(Engine.NATIVE, Gatun.isa(), 1),
                    new Setup(Engine.NATIVE, Gatun.isa(), 2))
                : Stream.of())
        .toList();
  }

  /// As deep as a graph can be: nothing may recurse.
  @ParameterizedTest
  @MethodSource("setups")
  @Timeout(60)
  void longPath(Setup setup) {
    RunOptions run = setup.options();
    try (EdgeList edges = Shapes.path(LONG).list();
        CsrGraph graph = CsrGraph.builder().undirected().build(edges, run)) {
      try (BfsResult bfs = graph.bfs(Bfs.from(0), run)) {
        assertEquals(LONG - 1, bfs.depth());
        assertAscend(0, bfs.distances().toArray());
        assertAscend(-1, bfs.parents().toArray());
        assertEquals(LONG, bfs.pathTo(LONG - 1).length);
      }
      try (SsspResult sssp = graph.shortestPaths(ShortestPaths.from(0), run)) {
        assertEquals(LONG, sssp.reached());
        assertArrayEquals(
            IntStream.range(0, LONG).asLongStream().toArray(), sssp.longDistances().toArray());
        assertAscend(-1, sssp.parents().toArray());
      }
      try (ComponentsResult components = graph.components(run)) {
        assertEquals(1, components.count());
        assertEquals(LONG, components.largest());
        assertArrayEquals(new int[LONG], components.labels().toArray());
      }
    }
  }

  private static void assertAscend(int first, int[] values) {
    assertArrayEquals(IntStream.range(first, first + values.length).toArray(), values);
  }

  /// All edges at one vertex, in either direction.
  @ParameterizedTest
  @MethodSource("setups")
  void star(Setup setup) {
    RunOptions run = setup.options();
    Edges outwards = Shapes.star(LEAVES + 1);
    try (EdgeList edges = outwards.list();
        CsrGraph graph = CsrGraph.builder().build(edges, run);
        CsrGraph turned = graph.transpose(run)) {
      assertEquals(LEAVES, graph.outDegree(0));
      assertEquals(LEAVES, turned.inDegree(0));
      assertArrayEquals(outwards.target(), graph.neighbours(0));
      for (CsrGraph either : List.of(graph, turned)) {
        try (ComponentsResult components = either.components(run)) {
          assertEquals(1, components.count());
        }
      }
      assertBfs(graph, 0, 1, LEAVES + 1, run);
      assertBfs(turned, 0, 0, 1, run);
      assertBfs(turned, LEAVES, 1, 2, run);
      // Each leaf gives alpha of its rank to the hub, which has none to give to.
      PageRank exact = PageRank.defaults().maxIterations(300);
      try (PageRankResult ranks = turned.pageRank(exact, run)) {
        double leaf = ranks.rank(1);
        assertEquals((1 + 0.85 * LEAVES) * leaf, ranks.rank(0), 1e-9);
        assertEquals(1, ranks.rank(0) + LEAVES * leaf, 1e-9);
        assertArrayEquals(new int[] {0, 1, 2}, ranks.top(3));
      }
    }
  }

  private static void assertBfs(
      CsrGraph graph, int source, int depth, long reached, RunOptions run) {
    try (BfsResult bfs = graph.bfs(Bfs.from(source), run)) {
      assertEquals(depth, bfs.depth());
      assertEquals(reached, bfs.reached());
    }
  }

  /// Skewed degrees and enough edges for every worker to be busy.
  @NeedsNatives
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void recursiveMatrix(boolean directed) {
    Edges edges = Shapes.weighted(Shapes.rmat(16, 1 << 20, 42), 255, 43);
    Outcome java = figures(edges, directed, Setup.JAVA);
    Outcome first = null;
    for (int threads : new int[] {1, 2, 4}) {
      Setup setup = new Setup(Engine.NATIVE, Gatun.isa(), threads);
      Outcome natives = figures(edges, directed, setup);
      for (int i = 0; i < INTEGERS; i++) {
        assertEquals(java.part(i), natives.part(i), setup + ", figure " + i);
      }
      assertArrayEquals(
          (double[]) java.figure(INTEGERS), (double[]) natives.figure(INTEGERS), 1e-14);
      first = first == null ? natives : first;
      assertEquals(first.part(INTEGERS), natives.part(INTEGERS), () -> "ranks of " + setup);
    }
  }

  /// Figures before the ranks.
  private static final int INTEGERS = 8;

  private static Outcome figures(Edges edges, boolean directed, Setup setup) {
    RunOptions run = setup.options();
    try (CsrGraph graph =
            CsrGraph.builder().directed(directed).inEdges(true).build(edges.list(), run);
        BfsResult bfs = graph.bfs(Bfs.from(0), run);
        SsspResult sssp = graph.shortestPaths(ShortestPaths.from(0, 99), run);
        ComponentsResult components = graph.components(run);
        PageRankResult ranks = graph.pageRank(PageRank.defaults().weighted(true), run)) {
      return Outcome.of(
          () ->
              new Object[] {
                IntStream.range(0, graph.vertices()).map(graph::outDegree).toArray(),
                IntStream.range(0, graph.vertices()).map(graph::inDegree).toArray(),
                bfs.distances().toArray(),
                bfs.parents().toArray(),
                sssp.longDistances().toArray(),
                sssp.parents().toArray(),
                components.labels().toArray(),
                components.compact().toArray(),
                ranks.ranks().toArray()
              });
    }
  }
}
