package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.Cores;
import dev.gatun.graph.CoresResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsrCoreParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form) {
    assertCoresParity(form);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(@ForAll("largerGraphs") TestGraph form) {
    assertCoresParity(form);
  }

  private static void assertCoresParity(TestGraph form) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, run));
    }
  }

  private static Object[] figures(CsrGraph graph, RunOptions run) {
    try (CoresResult result = graph.run(new Cores(), run)) {
      return new Object[] {result.cores().toArray(), result.degeneracy()};
    }
  }

  @Property(tries = 200)
  void javaEqualsTakingOffOneAtATime(@ForAll("tinyGraphs") TestGraph form) {
    try (CsrGraph graph = form.build();
        CoresResult result = graph.run(new Cores(), Setup.JAVA.options())) {
      int[] expected = naive(graph);
      assertArrayEquals(expected, result.cores().toArray());
      assertEquals(Arrays.stream(expected).max().orElse(0), result.degeneracy());
    }
  }

  private static int[] naive(CsrGraph graph) {
    NaiveTriangles simple = NaiveTriangles.of(graph);
    int n = graph.vertices();
    boolean[] gone = new boolean[n];
    int[] cores = new int[n];
    int core = 0;
    for (int i = 0; i < n; i++) {
      int least = -1;
      int leastDegree = 0;
      for (int v = 0; v < n; v++) {
        int degree = 0;
        for (int w = 0; w < n; w++) {
          degree += !gone[w] && simple.adjacent(v, w) ? 1 : 0;
        }
        if (!gone[v] && (least < 0 || degree < leastDegree)) {
          least = v;
          leastDegree = degree;
        }
      }
      core = Math.max(core, leastDegree);
      cores[least] = core;
      gone[least] = true;
    }
    return cores;
  }

  @Test
  void theEstimateHolds() {
    TestGraph form = TestGraph.clean(Shapes.rmat(14, 200_000, 1), false);
    try (CsrGraph graph = form.build()) {
      EstimateChecks.assertHolds(graph, new Cores());
    }
  }
}
