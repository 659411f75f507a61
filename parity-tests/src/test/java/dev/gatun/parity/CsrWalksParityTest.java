package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.RandomWalks;
import dev.gatun.graph.RandomWalksResult;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsrWalksParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form,
      @ForAll("options") RandomWalks options,
      @ForAll("picks") int[] starts) {
    assertWalksParity(form, options, starts);
  }

  @NeedsNatives
  @Property(tries = 20)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form,
      @ForAll("options") RandomWalks options,
      @ForAll("picks") int[] starts) {
    assertWalksParity(form, options, starts);
  }

  private static void assertWalksParity(TestGraph form, RandomWalks options, int[] starts) {
    RandomWalks algorithm = starts.length < 3 ? options : options.from(form.vertices(starts));
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, algorithm, run));
    }
  }

  private static Object[] figures(CsrGraph graph, RandomWalks algorithm, RunOptions run) {
    try (RandomWalksResult result = graph.run(algorithm, run)) {
      return new Object[] {result.segment().toArray(ValueLayout.JAVA_INT), result.count()};
    }
  }

  @Provide
  Arbitrary<RandomWalks> options() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs(),
            Arbitraries.of(1.0, 1.0, 0.25, 4.0, 1e-6, 1e9),
            Arbitraries.of(1.0, 1.0, 0.5, 2.0, 1e-6, 1e9),
            Arbitraries.of(true, false))
        .as(
            (length, perStart, seed, p, q, weighted) ->
                new RandomWalks(length, null, perStart, seed, p, q, weighted));
  }

  @Property(tries = 100)
  void everyStepIsAnEdgeWithAWeight(
      @ForAll("graphs") TestGraph form, @ForAll("options") RandomWalks options) {
    TestGraph clean = TestGraph.clean(form.edges(), form.directed());
    try (CsrGraph graph = clean.build()) {
      for (Setup setup : Setup.engines()) {
        setup.run(run -> assertEdges(graph, options, run));
      }
    }
  }

  private static Void assertEdges(CsrGraph graph, RandomWalks options, RunOptions run) {
    try (RandomWalksResult result = graph.run(options, run)) {
      assertEquals((long) options.perStart() * graph.vertices(), result.count());
      for (long k = 0; k < result.count(); k++) {
        int[] walk = result.walk(k);
        assertEquals(k % graph.vertices(), walk[0]);
        for (int i = 1; i < walk.length; i++) {
          assertTrue(graph.hasEdge(walk[i - 1], walk[i]));
          assertTrue(!options.weighted() || graph.weight(walk[i - 1], walk[i]) > 0);
        }
        int last = walk[walk.length - 1];
        boolean stuck =
            Arrays.stream(graph.neighbours(last))
                .allMatch(v -> options.weighted() && graph.weight(last, v) == 0);
        assertTrue(walk.length == options.length() || stuck);
      }
    } catch (IllegalArgumentException e) {
      // Some weights are infinite, or nearly so.
      assertTrue(options.weighted() && e.getMessage().toLowerCase(Locale.ROOT).contains("infini"));
    }
    return null;
  }

  /// Any part of the walks is the same as when all are made.
  @Example
  void batchesAreParts() {
    Edges edges = Shapes.weighted(Shapes.rmat(9, 4000, 5), 9, 6);
    RandomWalks options = RandomWalks.ofLength(12).perStart(3).seed(-77).node2vec(0.5, 2);
    try (CsrGraph graph = TestGraph.clean(edges, false).build();
        RandomWalksResult all = graph.run(options)) {
      for (Setup setup : Setup.engines()) {
        try (RandomWalksResult part = options.run(graph, 1000, 333, setup.options())) {
          assertEquals(1000, part.first());
          assertEquals(333, part.count());
          for (int i = 0; i < 333; i++) {
            assertArrayEquals(all.walk(1000 + i), part.walk(i));
          }
        }
      }
    }
  }

  /// Steps from a vertex, against their chances. Seeds are fixed: what passes once passes always.
  /// Far above 60 would be chance of less than 1 in 10^8 with 7 degrees of freedom.
  @Example
  void stepsComeAsOftenAsTheyShould() {
    // 0 and 1 share the neighbours 2, 3 and 4; the others are 1's alone.
    int[] source = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1};
    int[] target = {1, 2, 3, 4, 2, 3, 4, 5, 6, 7, 8};
    int[] weights = {5, 1, 1, 1, 1, 2, 3, 4, 0, 2, 1};
    try (CsrGraph graph =
        TestGraph.clean(Edges.weighted(9, source, target, weights), false).build()) {
      for (double[] factors : new double[][] {{1, 1}, {0.25, 2}, {4, 0.5}, {1e-4, 1}, {50, 50}}) {
        double p = factors[0];
        double q = factors[1];
        double[] chances = {5 / p, 0, 1, 2, 3, 4 / q, 0, 2 / q, 1 / q};
        RandomWalks options =
            RandomWalks.ofLength(3).from(0).perStart(100_000).seed(3).node2vec(p, q);
        for (Setup setup : Setup.engines()) {
          assertTrue(chiSquare(graph, options, chances, setup) < 60);
        }
      }
    }
  }

  /// Over the third vertices of walks whose second one is 1.
  private static double chiSquare(
      CsrGraph graph, RandomWalks options, double[] chances, Setup setup) {
    double[] counts = new double[chances.length];
    try (RandomWalksResult result = graph.run(options, setup.options())) {
      for (long k = 0; k < result.count(); k++) {
        if (result.vertex(k, 1) == 1) {
          counts[result.vertex(k, 2)]++;
        }
      }
    }
    double made = Arrays.stream(counts).sum();
    double all = Arrays.stream(chances).sum();
    double sum = 0;
    for (int v = 0; v < counts.length; v++) {
      double expected = chances[v] / all * made;
      assertTrue(expected > 0 || counts[v] == 0);
      sum += expected == 0 ? 0 : (counts[v] - expected) * (counts[v] - expected) / expected;
    }
    return sum;
  }

  @Example
  void badArguments() {
    assertThrows(IllegalArgumentException.class, () -> RandomWalks.ofLength(0));
    RandomWalks options = RandomWalks.ofLength(2);
    assertThrows(IllegalArgumentException.class, () -> options.node2vec(0, 1));
    assertThrows(IllegalArgumentException.class, () -> options.node2vec(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> options.perStart(-1));
    try (CsrGraph graph = TestGraph.clean(Shapes.path(3), true).build();
        CsrGraph empty = TestGraph.clean(Shapes.isolated(0), true).build()) {
      assertParity(run -> figures(graph, options.from(0, 3), run));
      assertThrows(IllegalArgumentException.class, () -> graph.run(options.from(3)).close());
      graph.run(options.from()).close();
      empty.run(options).close();
      assertThrows(
          IllegalArgumentException.class,
          () -> options.run(empty, 0, 1, RunOptions.defaults()).close());
    }
  }

  @Example
  void estimateIsEnoughAndNotFarOff() {
    Edges edges = Shapes.weighted(Shapes.rmat(14, 1 << 17, 3), 255, 4);
    try (CsrGraph graph = TestGraph.clean(edges, false).build()) {
      EstimateChecks.assertHolds(graph, RandomWalks.ofLength(10));
      EstimateChecks.assertHolds(
          graph, RandomWalks.ofLength(10).weighted(false).from(1, 2).perStart(9999));
      EstimateChecks.assertHolds(graph, RandomWalks.ofLength(10).weighted(false).perStart(2));
    }
  }
}
