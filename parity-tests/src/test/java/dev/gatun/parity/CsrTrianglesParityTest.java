package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.Clustering;
import dev.gatun.graph.ClusteringResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Triangles;
import dev.gatun.graph.TrianglesResult;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsrTrianglesParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form) {
    assertTrianglesParity(form);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(@ForAll("largerGraphs") TestGraph form) {
    assertTrianglesParity(form);
  }

  private static void assertTrianglesParity(TestGraph form) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, run));
    }
  }

  private static Object[] figures(CsrGraph graph, RunOptions run) {
    try (TrianglesResult count = graph.run(Triangles.count(), run);
        TrianglesResult each = graph.run(Triangles.perVertex(), run);
        ClusteringResult local = graph.run(new Clustering(), run)) {
      assertEquals(count.count(), each.count());
      assertEquals(count.transitivity(), each.transitivity());
      return new Object[] {
        count.count(),
        count.transitivity(),
        each.perVertex().toArray(),
        each.clustering().toArray(),
        each.averageClustering(),
        local.coefficients().toArray(),
        local.average()
      };
    }
  }

  @Property(tries = 200)
  void javaEqualsTryingAllTriples(@ForAll("tinyGraphs") TestGraph form) {
    try (CsrGraph graph = form.build();
        TrianglesResult result = graph.run(Triangles.perVertex(), Setup.JAVA.options());
        ClusteringResult local = graph.run(new Clustering(), Setup.JAVA.options())) {
      NaiveTriangles naive = NaiveTriangles.of(graph);
      assertEquals(naive.count(), result.count());
      assertArrayEquals(naive.perVertex(), result.perVertex().toArray());
      assertArrayEquals(naive.clustering(), result.clustering().toArray());
      assertArrayEquals(naive.directedClustering(), local.coefficients().toArray());
      double mean = Arrays.stream(naive.clustering()).average().orElse(0);
      assertEquals(mean, result.averageClustering(), 1e-12);
      assertEquals(naive.transitivity(), result.transitivity());
    }
  }

  @Test
  void theEstimateHolds() {
    TestGraph form = TestGraph.clean(Shapes.rmat(14, 200_000, 1), false);
    try (CsrGraph graph = form.build()) {
      EstimateChecks.assertHolds(graph, Triangles.count());
      EstimateChecks.assertHolds(graph, Triangles.perVertex());
      EstimateChecks.assertHolds(graph, new Clustering());
    }
  }
}
