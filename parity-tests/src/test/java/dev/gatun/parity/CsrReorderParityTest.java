package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.EdgeList;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.RandomGraphs;
import dev.gatun.graph.ReorderMethod;
import dev.gatun.graph.Reordering;
import dev.gatun.graph.ReorderingResult;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsrReorderParityTest extends ParityTest {

  @Provide
  @Override
  Arbitrary<TestGraph> graphs() {
    return GraphArbitraries.graphs(GraphArbitraries.edges(Palette.any()));
  }

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form, @ForAll ReorderMethod method) {
    assertReorderParity(form, method);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form, @ForAll ReorderMethod method) {
    assertReorderParity(form, method);
  }

  private static void assertReorderParity(TestGraph form, ReorderMethod method) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, method, run));
    }
  }

  private static Object[] figures(CsrGraph graph, ReorderMethod method, RunOptions run) {
    try (ReorderingResult result = graph.run(Reordering.by(method), run)) {
      CsrGraph turned = result.graph();
      return new Object[] {
        result.order().toArray(), result.places().toArray(), rows(turned), turned.isSorted()
      };
    }
  }

  /// Neighbours, and the weights where there is one edge to each.
  private static double[][][] rows(CsrGraph graph) {
    return IntStream.range(0, graph.vertices())
        .mapToObj(
            v ->
                Arrays.stream(graph.neighbours(v))
                    .mapToObj(u -> new double[] {u, graph.weight(v, u)})
                    .toArray(double[][]::new))
        .toArray(double[][][]::new);
  }

  /// The new graph is the old one under other ids: each row has the same neighbours and weights.
  @Property(tries = 200)
  void isTheSameGraph(@ForAll("graphs") TestGraph form, @ForAll ReorderMethod method) {
    boolean directed = form.directed() && method != ReorderMethod.CUTHILL_MCKEE;
    TestGraph clean = TestGraph.clean(form.edges(), directed);
    try (CsrGraph graph = clean.build();
        ReorderingResult result = graph.run(Reordering.by(method), Setup.JAVA.options())) {
      CsrGraph turned = result.graph();
      int[] order = result.order().toArray();
      int n = graph.vertices();
      assertArrayEquals(
          IntStream.range(0, n).toArray(), Arrays.stream(order).sorted().toArray(), "permutation");
      assertEquals(graph.entries(), turned.entries());
      assertEquals(directed, turned.isDirected());
      assertEquals(graph.weightType(), turned.weightType());
      for (int i = 0; i < n; i++) {
        int v = order[i];
        assertEquals(i, result.places().get(v));
        assertEquals(graph.ids().name(v), turned.ids().name(i));
        assertEquals(i, turned.ids().vertex(turned.ids().name(i)));
        int[] neighbours = turned.neighbours(i);
        assertArrayEquals(
            graph.neighbours(v), Arrays.stream(neighbours).map(u -> order[u]).sorted().toArray());
        for (int u : neighbours) {
          assertEquals(graph.weight(v, order[u]), turned.weight(i, u));
        }
      }
      assertEquals(-1, turned.ids().vertex("no such vertex"));
      assertOrder(graph, order, method);
    }
  }

  private static void assertOrder(CsrGraph graph, int[] order, ReorderMethod method) {
    int average = order.length == 0 ? 0 : (int) (graph.entries() / order.length);
    for (int i = 1; i < order.length; i++) {
      int before = graph.outDegree(order[i - 1]);
      int here = graph.outDegree(order[i]);
      switch (method) {
        case DEGREE -> assertTrue(before > here || (before == here && order[i - 1] < order[i]));
        case HUB_SORT -> assertTrue(before >= here || here <= average);
        case HUB_CLUSTER ->
            assertTrue(
                before > average != here > average ? before > average : order[i - 1] < order[i]);
        case DEGREE_GROUP -> // of one group, the first one has no upper end
            assertTrue(
                before >= here
                    || here < 2 * before
                    || 2L * here * order.length < graph.entries()
                    || before >= 32 * average);
        case CUTHILL_MCKEE -> {}
      }
    }
  }

  /// A grid whose ids have been shuffled: its bandwidth, about n, becomes about a side again.
  @Example
  void cuthillMckeeNarrowsAShuffledGrid() {
    int side = 40;
    int[] name = Shapes.shuffledPath(side * side, 7).source();
    List<int[]> edges = new ArrayList<>();
    for (int v = 0; v + side < name.length; v++) {
      edges.add(new int[] {name[v], name[v + side]});
      if (v % side + 1 < side) {
        edges.add(new int[] {name[v], name[v + 1]});
      }
    }
    int[] source = edges.stream().mapToInt(edge -> edge[0]).toArray();
    int[] target = edges.stream().mapToInt(edge -> edge[1]).toArray();
    Edges shuffled = Edges.unweighted(side * side, source, target);
    for (Setup setup : Setup.engines()) {
      try (CsrGraph graph = TestGraph.clean(shuffled, false).build();
          ReorderingResult result =
              graph.run(Reordering.by(ReorderMethod.CUTHILL_MCKEE), setup.options())) {
        assertTrue(bandwidth(graph) > 20 * side);
        assertTrue(bandwidth(result.graph()) <= 2 * side);
      }
    }
  }

  private static int bandwidth(CsrGraph graph) {
    return IntStream.range(0, graph.vertices())
        .flatMap(v -> Arrays.stream(graph.neighbours(v)).map(u -> Math.abs(u - v)))
        .max()
        .orElse(0);
  }

  @Example
  void namesGoWithTheVertices() {
    byte[] text = "b,a\nc,a\nd,a\nd,c\n".getBytes(StandardCharsets.UTF_8);
    try (EdgeList edges =
            EdgeListReader.defaults()
                .read(new ByteArrayInputStream(text), "test", RunOptions.defaults());
        CsrGraph graph = CsrGraph.builder().undirected().build(edges);
        ReorderingResult result = graph.run(Reordering.by(ReorderMethod.DEGREE))) {
      assertEquals("a", result.graph().ids().name(0));
      assertEquals(0, result.graph().ids().vertex("a"));
      assertEquals(3, result.graph().ids().vertex("b"));
      assertThrows(IndexOutOfBoundsException.class, () -> result.graph().ids().name(4));
      try (ReorderingResult back = result.graph().run(Reordering.by(ReorderMethod.HUB_CLUSTER))) {
        int vertex = back.graph().ids().vertex("d");
        assertEquals("d", back.graph().ids().name(vertex));
      }
    }
  }

  @Example
  void directedGraphsHaveNoCuthillMckee() {
    try (CsrGraph graph = TestGraph.clean(Shapes.path(3), true).build()) {
      assertThrows(
          IllegalArgumentException.class,
          () -> graph.run(Reordering.by(ReorderMethod.CUTHILL_MCKEE)).close());
      graph.run(Reordering.by(ReorderMethod.DEGREE)).close();
    }
  }

  @Example
  void estimateIsEnoughAndNotFarOff() {
    try (EdgeList edges = RandomGraphs.rmat(15, 16, 1);
        CsrGraph graph = CsrGraph.builder().undirected().build(edges)) {
      EstimateChecks.assertHolds(graph, Reordering.by(ReorderMethod.HUB_SORT));
      EstimateChecks.assertHolds(graph, Reordering.by(ReorderMethod.CUTHILL_MCKEE));
    }
  }
}
