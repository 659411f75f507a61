package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.StrongComponents;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsrSccParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form) {
    assertSccParity(form);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(@ForAll("largerGraphs") TestGraph form) {
    assertSccParity(form);
  }

  private static void assertSccParity(TestGraph form) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph.run(new StrongComponents(), run)));
    }
  }

  @Property(tries = 200)
  void javaEqualsTransitiveClosure(@ForAll("tinyGraphs") TestGraph form) {
    try (CsrGraph graph = form.build()) {
      RunOptions run = Setup.JAVA.options();
      assertArrayEquals(closure(graph), figures(graph.run(new StrongComponents(), run)));
      if (!graph.isDirected()) {
        assertArrayEquals(
            figures(graph.components(run)), figures(graph.run(new StrongComponents(), run)));
      }
    }
  }

  @Example
  void theEstimateHolds() {
    try (CsrGraph graph = TestGraph.clean(Shapes.uniform(20_000, 60_000, 1), true).build()) {
      EstimateChecks.assertHolds(graph, new StrongComponents());
    }
  }

  /// Warshall's algorithm.
  private static Object[] closure(CsrGraph graph) {
    int n = graph.vertices();
    boolean[][] reaches = new boolean[n][n];
    for (int u = 0; u < n; u++) {
      reaches[u][u] = true;
      for (int v : graph.neighbours(u)) {
        reaches[u][v] = true;
      }
    }
    for (int k = 0; k < n; k++) {
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          reaches[u][v] |= reaches[u][k] && reaches[k][v];
        }
      }
    }
    int[] labels = new int[n];
    int[] compact = new int[n];
    int[] sizes = new int[n];
    int count = 0;
    for (int u = 0; u < n; u++) {
      while (!reaches[u][labels[u]] || !reaches[labels[u]][u]) {
        labels[u]++;
      }
      compact[u] = labels[u] == u ? count++ : compact[labels[u]];
      sizes[labels[u]]++;
    }
    long largest = Arrays.stream(sizes).max().orElse(0);
    return new Object[] {labels, compact, (long) count, largest};
  }

  private static Object[] figures(ComponentsResult result) {
    try (result) {
      return new Object[] {
        result.labels().toArray(), result.compact().toArray(), result.count(), result.largest()
      };
    }
  }
}
