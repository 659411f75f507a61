package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.CentralityResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Eigenvector;
import dev.gatun.graph.GraphAlgorithm;
import dev.gatun.graph.Hits;
import dev.gatun.graph.HitsResult;
import dev.gatun.graph.Katz;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Both engines add in the same order: values are the same to the last bit.
class CsrCentralityParityTest extends ParityTest {
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

  @NeedsNatives
  @Property(tries = 150)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form, @ForAll("algorithms") GraphAlgorithm<?> algorithm) {
    assertCentralityParity(form, algorithm);
  }

  @NeedsNatives
  @Property(tries = 20)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form, @ForAll("algorithms") GraphAlgorithm<?> algorithm) {
    assertCentralityParity(form, algorithm);
  }

  private static void assertCentralityParity(TestGraph form, GraphAlgorithm<?> algorithm) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, algorithm, run));
    }
  }

  private static Object[] figures(CsrGraph graph, GraphAlgorithm<?> algorithm, RunOptions run) {
    return switch (graph.run(algorithm, run)) {
      case CentralityResult result -> {
        try (result) {
          yield new Object[] {
            result.values().toArray(),
            result.iterations(),
            result.converged(),
            result.error(),
            result.eigenvalue()
          };
        }
      }
      case HitsResult result -> {
        try (result) {
          yield new Object[] {
            result.authorities().toArray(),
            result.hubs().toArray(),
            result.iterations(),
            result.converged(),
            result.error(),
            result.singularValue()
          };
        }
      }
      case Object other -> throw new AssertionError(other);
    };
  }

  @Provide
  Arbitrary<GraphAlgorithm<?>> algorithms() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(0.0, 0.0, 1e-9, 1e-2),
            Arbitraries.integers().between(0, 12),
            Arbitraries.of(0.0, 1e-3, 0.3, 1e9),
            Arbitraries.of(true, false))
        .as(
            (kind, tolerance, iterations, alpha, weighted) ->
                switch (kind) {
                  case 0 -> new Eigenvector(tolerance, iterations, weighted);
                  case 1 -> new Katz(alpha, tolerance, iterations, weighted);
                  default -> new Hits(tolerance, iterations, weighted);
                });
  }

  @Provide
  @Override
  Arbitrary<TestGraph> tinyGraphs() {
    return GraphArbitraries.graphs(GraphArbitraries.tinyEdges(Palette.shares()));
  }

  /// A^T x = lambda x, on undirected graphs, where there always is such an x.
  @Property(tries = 200)
  void eigenvectorKeepsItsEquation(@ForAll("tinyGraphs") TestGraph form, @ForAll boolean weighted) {
    TestGraph undirected = TestGraph.clean(form.edges(), false);
    Eigenvector algorithm = Eigenvector.defaults().tolerance(1e-13).weighted(weighted);
    try (CsrGraph graph = undirected.build();
        CentralityResult result =
            graph.run(algorithm.maxIterations(20_000), Setup.JAVA.options())) {
      if (!result.converged() || result.eigenvalue() == 0) {
        return; // two eigenvalues next to each other, or no edges
      }
      double[] x = result.values().toArray();
      double[] product = DenseMatrix.of(undirected, graph, weighted).transposedTimes(x);
      for (int v = 0; v < x.length; v++) {
        assertTrue(x[v] >= 0);
        assertEquals(product[v], result.eigenvalue() * x[v], 1e-9 * result.eigenvalue());
      }
      assertEquals(1, DenseMatrix.norm(x), 1e-12);
    }
  }

  /// x = alpha A^T x + 1, by Gaussian elimination.
  @Property(tries = 200)
  void katzSolvesItsEquation(@ForAll("tinyGraphs") TestGraph form, @ForAll boolean weighted) {
    try (CsrGraph graph = form.build()) {
      DenseMatrix matrix = DenseMatrix.of(form, graph, weighted);
      double alpha = 0.7 / Math.max(1e-9, matrix.largestRowSum());
      double[] expected = matrix.katz(alpha);
      Katz algorithm = Katz.of(alpha).tolerance(1e-14).weighted(weighted);
      try (CentralityResult result = graph.run(algorithm, Setup.JAVA.options())) {
        for (int v = 0; v < expected.length; v++) {
          assertEquals(expected[v], result.value(v), 1e-11 * expected[v]);
        }
      }
    }
  }

  /// The same number of steps in plain arrays: a ~ A^T h and h ~ A a.
  @Property(tries = 200)
  void hitsEqualsPlainIteration(@ForAll("tinyGraphs") TestGraph form, @ForAll boolean weighted) {
    Hits algorithm = Hits.defaults().tolerance(0).maxIterations(40).weighted(weighted);
    try (CsrGraph graph = form.build();
        HitsResult result = graph.run(algorithm, Setup.JAVA.options())) {
      int n = graph.vertices();
      DenseMatrix matrix = DenseMatrix.of(form, graph, weighted);
      if (n == 0 || matrix.largestRowSum() == 0) {
        return;
      }
      double[] hubs = new double[n];
      Arrays.fill(hubs, 1);
      double[] authorities = hubs;
      for (int i = 0; i < 40; i++) {
        authorities = DenseMatrix.unit(matrix.transposedTimes(hubs));
        hubs = DenseMatrix.unit(matrix.times(authorities));
      }
      for (int v = 0; v < n; v++) {
        assertEquals(authorities[v], result.authorities().get(v), 1e-12);
        assertEquals(hubs[v], result.hubs().get(v), 1e-12);
      }
      double[] product = matrix.times(authorities);
      assertTrue(result.singularValue() <= DenseMatrix.norm(product) * (1 + 1e-9));
    }
  }

  @Example
  void badWeightsAndArguments() {
    Edges edges = Edges.weighted(3, new int[] {0, 1}, new int[] {1, 2}, new int[] {1, -1});
    try (CsrGraph graph = TestGraph.clean(edges, true).build()) {
      assertParity(run -> figures(graph, Hits.defaults().weighted(true), run));
      assertThrows(
          IllegalArgumentException.class, () -> graph.run(Hits.defaults().weighted(true)).close());
      graph.run(Hits.defaults()).close();
    }
    assertThrows(IllegalArgumentException.class, () -> Katz.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Eigenvector.defaults().tolerance(-1));
    assertThrows(IllegalArgumentException.class, () -> Hits.defaults().maxIterations(-1));
  }

  /// In-edges are built by the first run and at hand for the later ones.
  @Example
  void estimateIsEnoughAndNotFarOff() {
    Edges edges = Shapes.weighted(Shapes.rmat(14, 1 << 17, 3), 255, 4);
    for (GraphAlgorithm<?> algorithm :
        new GraphAlgorithm<?>[] {
          Eigenvector.defaults().maxIterations(3).tolerance(0),
          Katz.of(1e-9),
          Hits.defaults().maxIterations(3).tolerance(0)
        }) {
      try (CsrGraph graph = TestGraph.clean(edges, true).build()) {
        EstimateChecks.assertHolds(graph, algorithm);
      }
      try (CsrGraph graph = TestGraph.clean(edges, false).build()) {
        EstimateChecks.assertHolds(graph, algorithm);
      }
    }
  }
}
