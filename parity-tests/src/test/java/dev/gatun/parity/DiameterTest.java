package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.Bfs;
import dev.gatun.graph.BfsResult;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Diameter;
import dev.gatun.graph.DiameterResult;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DiameterTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 40)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form, @ForAll("budgets") Diameter options) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, options, run));
    }
  }

  @NeedsNatives
  @Property(tries = 5)
  void nativeEqualsJavaOnLargerGraphs(@ForAll("largerGraphs") TestGraph form) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, Diameter.exact(), run));
    }
  }

  @Property(tries = 200)
  void boundsHold(@ForAll("graphs") TestGraph form, @ForAll("budgets") Diameter options) {
    try (CsrGraph graph = form.build()) {
      int diameter = diameter(graph);
      try (DiameterResult result = graph.run(options, Setup.JAVA.options())) {
        assertTrue(result.lower() <= diameter && diameter <= result.upper(), result::toString);
        assertTrue(options.refinements() < graph.vertices() || result.isExact());
        if (graph.vertices() > 0 && !graph.isDirected()) {
          try (BfsResult paths = graph.bfs(Bfs.from(result.from()), Setup.JAVA.options())) {
            assertEquals(result.lower(), paths.distance(result.to()));
          }
        }
      }
    }
  }

  /// Floyd and Warshall's algorithm on the symmetric closure.
  private static int diameter(CsrGraph graph) {
    int n = graph.vertices();
    int[][] distance = new int[n][n];
    for (int u = 0; u < n; u++) {
      Arrays.fill(distance[u], n);
      distance[u][u] = 0;
    }
    for (int u = 0; u < n; u++) {
      for (int v : graph.neighbours(u)) {
        distance[u][v] = Math.min(distance[u][v], 1);
        distance[v][u] = Math.min(distance[v][u], 1);
      }
    }
    for (int k = 0; k < n; k++) {
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          distance[u][v] = Math.min(distance[u][v], distance[u][k] + distance[k][v]);
        }
      }
    }
    try (ComponentsResult components = graph.components(Setup.JAVA.options())) {
      int[] sizes = components.sizes();
      int largest = 0;
      for (int c = 0; c < sizes.length; c++) {
        largest = sizes[c] > sizes[largest] ? c : largest;
      }
      int most = 0;
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          boolean counts = components.compact().get(u) == largest && distance[u][v] < n;
          most = counts ? Math.max(most, distance[u][v]) : most;
        }
      }
      return most;
    }
  }

  private static Object[] figures(CsrGraph graph, Diameter options, RunOptions run) {
    try (DiameterResult result = graph.run(options, run)) {
      return new Object[] {
        result.lower(),
        result.upper(),
        result.from(),
        result.to(),
        result.componentSize(),
        result.searches()
      };
    }
  }

  @Provide
  Arbitrary<Diameter> budgets() {
    return Arbitraries.of(
        Diameter.exact(), Diameter.bounds(), Diameter.bounds().refinements(0), new Diameter(7));
  }
}
