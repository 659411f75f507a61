package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.SpanningForest;
import dev.gatun.graph.SpanningForestResult;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Weights of any value: negative ones, infinite ones, NaN and sums that overflow included.
class CsrSpanningParityTest extends ParityTest {

  @Provide
  @Override
  Arbitrary<TestGraph> graphs() {
    return undirected(GraphArbitraries.edges(Palette.any()));
  }

  @Provide
  @Override
  Arbitrary<TestGraph> tinyGraphs() {
    return undirected(GraphArbitraries.tinyEdges(Palette.any()));
  }

  @Provide
  @Override
  Arbitrary<TestGraph> largerGraphs() {
    return undirected(GraphArbitraries.largerEdges(Palette.any()));
  }

  private static Arbitrary<TestGraph> undirected(Arbitrary<Edges> edges) {
    return GraphArbitraries.graphs(edges)
        .map(
            g ->
                new TestGraph(
                    g.edges(), false, g.keepLoops(), g.duplicates(), g.sorted(), g.inEdges()));
  }

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form, @ForAll boolean weighted) {
    assertSpanningParity(form, weighted);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form, @ForAll boolean weighted) {
    assertSpanningParity(form, weighted);
  }

  private static void assertSpanningParity(TestGraph form, boolean weighted) {
    SpanningForest options = SpanningForest.minimum().weighted(weighted);
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, options, run));
    }
  }

  @Property(tries = 300)
  void javaEqualsKruskal(@ForAll("tinyGraphs") TestGraph form, @ForAll boolean weighted) {
    SpanningForest options = SpanningForest.minimum().weighted(weighted);
    try (CsrGraph graph = form.build()) {
      if (weighted && hasNan(form)) {
        assertThrows(
            IllegalArgumentException.class, () -> graph.run(options, Setup.JAVA.options()).close());
        return;
      }
      assertEquals(
          Outcome.of(() -> kruskal(form, weighted)),
          outcome(Setup.JAVA, run -> figures(graph, options, run)));
    }
  }

  private static boolean hasNan(TestGraph form) {
    Edges edges = form.edges();
    return IntStream.range(0, edges.size())
        .filter(i -> form.keepLoops() || edges.source()[i] != edges.target()[i])
        .anyMatch(i -> Double.isNaN(edges.weight(i)));
  }

  private record Edge(int source, int target, Number weight) {}

  /// From the lightest edge on, takes each that joins two components.
  private static Object[] kruskal(TestGraph form, boolean weighted) {
    Edges edges = form.edges();
    boolean integer = !weighted || edges.type().isInteger();
    int[] component = IntStream.range(0, edges.vertices()).toArray();
    Comparator<Edge> byEnds = Comparator.comparingInt(Edge::source).thenComparing(Edge::target);
    Comparator<Edge> byWeight =
        (a, b) ->
            integer
                ? Long.compare(a.weight.longValue(), b.weight.longValue())
                : Double.compare(a.weight.doubleValue(), b.weight.doubleValue());
    List<Edge> forest =
        IntStream.range(0, edges.size())
            .mapToObj(i -> edge(edges, i, weighted))
            .sorted(byWeight.thenComparing(byEnds))
            .filter(edge -> join(component, edge))
            .sorted(byEnds)
            .toList();
    return new Object[] {
      forest.stream().mapToInt(Edge::source).toArray(),
      forest.stream().mapToInt(Edge::target).toArray(),
      integer
          ? forest.stream().mapToLong(edge -> edge.weight.longValue()).toArray()
          : forest.stream().mapToDouble(edge -> edge.weight.doubleValue()).toArray(),
      integer ? (Object) exactSum(forest) : (Object) sum(forest),
      forest.size(),
      edges.vertices() - forest.size()
    };
  }

  private static Edge edge(Edges edges, int i, boolean weighted) {
    int u = edges.source()[i];
    int v = edges.target()[i];
    return new Edge(Math.min(u, v), Math.max(u, v), weighted ? edges.boxedWeight(i) : 1L);
  }

  private static boolean join(int[] component, Edge edge) {
    int from = component[edge.source];
    int to = component[edge.target];
    for (int v = 0; v < component.length; v++) {
      component[v] = component[v] == from ? to : component[v];
    }
    return from != to;
  }

  private static long exactSum(List<Edge> forest) {
    try {
      return forest.stream()
          .map(edge -> BigInteger.valueOf(edge.weight.longValue()))
          .reduce(BigInteger.ZERO, BigInteger::add)
          .longValueExact();
    } catch (ArithmeticException _) {
      throw new ArithmeticException(Messages.totalOverflow());
    }
  }

  /// Not by a stream, which would compensate for what rounding takes away.
  private static double sum(List<Edge> forest) {
    double sum = 0;
    for (Edge edge : forest) {
      sum += edge.weight.doubleValue();
    }
    return sum;
  }

  @Example
  void directedGraphsHaveNone() {
    try (CsrGraph graph = TestGraph.clean(Shapes.path(3), true).build()) {
      assertThrows(IllegalArgumentException.class, () -> graph.run(SpanningForest.minimum()));
    }
  }

  @Example
  void estimateIsEnoughAndNotFarOff() {
    Edges edges = Shapes.weighted(Shapes.rmat(14, 1 << 18, 3), 255, 4);
    try (CsrGraph graph = TestGraph.clean(edges, false).build()) {
      EstimateChecks.assertHolds(graph, SpanningForest.minimum());
    }
  }

  private static Object[] figures(CsrGraph graph, SpanningForest options, RunOptions run) {
    try (SpanningForestResult result = graph.run(options, run)) {
      return new Object[] {
        result.sources().toArray(),
        result.targets().toArray(),
        result.isInteger() ? result.longWeights().toArray() : result.doubleWeights().toArray(),
        result.isInteger() ? (Object) result.longWeight() : (Object) result.weight(),
        result.edges(),
        result.trees()
      };
    }
  }
}
