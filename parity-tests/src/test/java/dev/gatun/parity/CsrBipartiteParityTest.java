package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.Bipartite;
import dev.gatun.graph.BipartiteResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsrBipartiteParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form) {
    assertBipartiteParity(form);
    assertBipartiteParity(nearlyTwoSided(form));
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(@ForAll("largerGraphs") TestGraph form) {
    assertBipartiteParity(form);
    assertBipartiteParity(nearlyTwoSided(form));
  }

  private static void assertBipartiteParity(TestGraph form) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, run));
    }
  }

  /// Edges between even and odd ids, all but one.
  private static TestGraph nearlyTwoSided(TestGraph form) {
    Edges edges = form.edges();
    int n = edges.vertices();
    int[] source = edges.source().clone();
    int[] target = edges.target().clone();
    for (int i = 1; i < source.length; i++) {
      target[i] = (source[i] & 1) == (target[i] & 1) && n > 1 ? target[i] ^ 1 : target[i];
      target[i] = target[i] < n ? target[i] : n - 2;
    }
    return new TestGraph(
        Edges.unweighted(n, source, target),
        form.directed(),
        form.keepLoops(),
        form.duplicates(),
        form.sorted(),
        form.inEdges());
  }

  @Property(tries = 300)
  void javaProvesEitherWay(@ForAll("tinyGraphs") TestGraph form) {
    assertProof(form);
    assertProof(nearlyTwoSided(form));
  }

  private static void assertProof(TestGraph form) {
    RunOptions run = Setup.JAVA.options();
    try (CsrGraph graph = form.build();
        BipartiteResult result = graph.run(new Bipartite(), run);
        ComponentsResult components = graph.components(run)) {
      int[] cycle = result.oddCycle();
      assertEquals(result.isBipartite(), cycle.length == 0);
      for (int i = 0; i < cycle.length; i++) {
        int a = cycle[i];
        int b = cycle[(i + 1) % cycle.length];
        assertTrue(graph.hasEdge(a, b) || graph.hasEdge(b, a), a + " and " + b);
      }
      if (!result.isBipartite()) {
        assertEquals(1, cycle.length % 2);
        assertEquals(cycle.length, Arrays.stream(cycle).distinct().count());
        return;
      }
      int[] sides = result.sides().toArray();
      for (int u = 0; u < graph.vertices(); u++) {
        for (int v : graph.neighbours(u)) {
          assertNotEquals(sides[u], sides[v]);
        }
        assertEquals(0, sides[components.label(u)]);
      }
      assertEquals(IntStream.of(sides).sum(), result.second());
    }
  }

  @Example
  void theEstimateHolds() {
    Edges edges = Shapes.path(20_000);
    try (CsrGraph graph = TestGraph.clean(edges, false).build()) {
      EstimateChecks.assertHolds(graph, new Bipartite());
    }
  }

  private static Object[] figures(CsrGraph graph, RunOptions run) {
    try (BipartiteResult result = graph.run(new Bipartite(), run)) {
      return new Object[] {
        result.isBipartite() ? result.sides().toArray() : result.oddCycle(),
        result.isBipartite(),
        result.second(),
        result.table().rows()
      };
    }
  }
}
