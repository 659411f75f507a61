package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Dangling;
import dev.gatun.graph.PageRank;
import dev.gatun.graph.PageRankResult;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Outcome;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Native ranks are the same to the last bit on every tier with any number of workers, and equal
/// the reference's to 12 digits: the two add in different orders.
class CsrPagerankParityTest extends ParityTest {
  private static final double ALIKE = 1e-12;

  /// Contributions round to float at places that a last bit can move: to half a unit of float.
  private static final double ALIKE_IN_FLOAT = 1e-6;

  private static final Logger LOG = Logger.getLogger("dev.gatun");

  /// Most of these runs do not converge, and each would say so.
  @BeforeContainer
  static void silence() {
    LOG.setLevel(Level.SEVERE);
  }

  @AfterContainer
  static void unsilence() {
    LOG.setLevel(null);
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

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form,
      @ForAll("options") PageRank options,
      @ForAll("jumps") Jumps jumps) {
    assertPageRankParity(form, options, jumps);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form,
      @ForAll("options") PageRank options,
      @ForAll("jumps") Jumps jumps) {
    assertPageRankParity(form, options, jumps);
  }

  private static void assertPageRankParity(TestGraph form, PageRank options, Jumps jumps) {
    PageRank all = jumps.put(options, form);
    try (CsrGraph graph = form.build()) {
      Call call = run -> figures(graph, all, run);
      Outcome java = outcome(Setup.JAVA, call);
      Setup first = Setup.natives().getFirst();
      Outcome natives = outcome(first, call);
      assertAlike(java, natives, all.singlePrecision() ? ALIKE_IN_FLOAT : ALIKE);
      for (Setup setup : Setup.natives()) {
        assertEquals(natives, outcome(setup, call), () -> setup + " against " + first);
      }
    }
  }

  private static void assertAlike(Outcome java, Outcome natives, double tolerance) {
    double[] expected = (double[]) java.figure(0);
    double[] actual = (double[]) natives.figure(0);
    assertEquals(expected.length, actual.length);
    for (int v = 0; v < expected.length; v++) {
      double difference = Math.abs(expected[v] - actual[v]);
      if (!(difference <= tolerance * Math.max(expected[v], actual[v]))) {
        assertEquals(expected[v], actual[v], "rank of " + v);
      }
    }
    assertEquals(java.figure(1), natives.figure(1), "iterations");
    assertEquals(java.figure(2), natives.figure(2), "converged");
    assertEquals((double) java.figure(3), (double) natives.figure(3), tolerance, "error");
  }

  @Property(tries = 200)
  void javaSolvesTheEquation(
      @ForAll("tinyGraphs") TestGraph form,
      @ForAll Dangling dangling,
      @ForAll boolean weighted,
      @ForAll("jumps") Jumps jumps) {
    PageRank options =
        jumps.put(
            PageRank.defaults()
                .tolerance(0)
                .maxIterations(250)
                .dangling(dangling)
                .weighted(weighted),
            form);
    try (CsrGraph graph = form.build()) {
      double[] expected = PageRankEquation.solve(form, graph, options);
      double[] actual =
          (double[]) outcome(Setup.JAVA, run -> figures(graph, options, run)).figure(0);
      for (int v = 0; v < expected.length; v++) {
        assertEquals(expected[v], actual[v], 1e-12, "rank of " + v);
      }
      if (dangling != Dangling.DROP && expected.length > 0) {
        assertTrue(Math.abs(Arrays.stream(actual).sum() - 1) < 1e-12);
      }
    }
  }

  private static Object[] figures(CsrGraph graph, PageRank options, RunOptions run) {
    try (PageRankResult result = graph.pageRank(options, run)) {
      return new Object[] {
        result.ranks().toArray(), result.iterations(), result.converged(), result.error()
      };
    }
  }

  @Provide
  Arbitrary<PageRank> options() {
    return Combinators.combine(
            Arbitraries.of(0.0, 0.5, 0.85, 0.999),
            Arbitraries.of(0.0, 0.0, 1e-10, 1e-3),
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(true, false),
            Arbitraries.of(Dangling.values()),
            Arbitraries.of(false, false, true))
        .as(
            (alpha, tolerance, iterations, weighted, dangling, single) ->
                new PageRank(alpha, tolerance, iterations, weighted, dangling, single, null, null));
  }

  /// Where random jumps go.
  enum Jumps {
    ANYWHERE,
    ONE_VERTEX,
    SOME_VERTICES,
    BY_VECTOR;

    PageRank put(PageRank options, TestGraph form) {
      int n = form.edges().vertices();
      if (n == 0) {
        return options;
      }
      return switch (this) {
        case ANYWHERE -> options;
        case ONE_VERTEX -> options.personalised(form.vertices(17));
        case SOME_VERTICES -> options.personalised(form.vertices(3, 4, 4, 500));
        case BY_VECTOR -> {
          double[] vector = new SplittableRandom(n).doubles(n).map(x -> x < 0.3 ? 0 : x).toArray();
          vector[n / 2] = 0.5;
          yield options.personalised(vector);
        }
      };
    }
  }

  @Provide
  Arbitrary<Jumps> jumps() {
    return Arbitraries.of(Jumps.values());
  }
}
