package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsrComponentsParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form) {
    assertComponentsParity(form);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(@ForAll("largerGraphs") TestGraph form) {
    assertComponentsParity(form);
  }

  private static void assertComponentsParity(TestGraph form) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, run));
    }
  }

  @Property(tries = 200)
  void javaEqualsTransitiveClosure(@ForAll("tinyGraphs") TestGraph form) {
    try (CsrGraph graph = form.build()) {
      assertArrayEquals(closure(graph), figures(graph, Setup.JAVA.options()));
    }
  }

  /// Warshall's algorithm on the symmetric closure.
  private static Object[] closure(CsrGraph graph) {
    int n = graph.vertices();
    boolean[][] together = new boolean[n][n];
    for (int u = 0; u < n; u++) {
      together[u][u] = true;
      for (int v : graph.neighbours(u)) {
        together[u][v] = true;
        together[v][u] = true;
      }
    }
    for (int k = 0; k < n; k++) {
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          together[u][v] |= together[u][k] && together[k][v];
        }
      }
    }
    int[] labels = new int[n];
    int[] compact = new int[n];
    int[] sizes = new int[n];
    int count = 0;
    for (int u = 0; u < n; u++) {
      while (!together[u][labels[u]]) {
        labels[u]++;
      }
      compact[u] = labels[u] == u ? count++ : compact[labels[u]];
      sizes[labels[u]]++;
    }
    long largest = Arrays.stream(sizes).max().orElse(0);
    return new Object[] {labels, compact, (long) count, largest};
  }

  private static Object[] figures(CsrGraph graph, RunOptions run) {
    try (ComponentsResult result = graph.components(run)) {
      return new Object[] {
        result.labels().toArray(), result.compact().toArray(), result.count(), result.largest()
      };
    }
  }
}
