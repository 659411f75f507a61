package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Similarity;
import dev.gatun.graph.SimilarityMeasure;
import dev.gatun.graph.SimilarityResult;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CsrSimilarityParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 150)
  void nativeEqualsJava(
      @ForAll("graphs") TestGraph form,
      @ForAll SimilarityMeasure measure,
      @ForAll @IntRange(min = 1, max = 12) int count) {
    assertSimilarityParity(form, Similarity.top(count).measure(measure));
    assertSimilarityParity(form, Similarity.top(count).measure(measure).least(0.4).degrees(2, 9));
  }

  @NeedsNatives
  @Property(tries = 20)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form, @ForAll SimilarityMeasure measure) {
    assertSimilarityParity(form, Similarity.top(5).measure(measure));
  }

  /// Also with ids that are no vertices: both name the first.
  @NeedsNatives
  @Property(tries = 150)
  void nativeEqualsJavaOnPairs(
      @ForAll("graphs") TestGraph form,
      @ForAll SimilarityMeasure measure,
      @ForAll("ids") int[] ids) {
    int half = ids.length / 2;
    int[] first = IntStream.range(0, half).map(i -> ids[i]).toArray();
    int[] second = IntStream.range(0, half).map(i -> ids[half + i]).toArray();
    assertSimilarityParity(form, Similarity.ofPairs(first, second).measure(measure));
    assertSimilarityParity(
        form,
        Similarity.ofPairs(pick(form, first, second.length), pick(form, second, first.length))
            .measure(measure));
  }

  private static int[] pick(TestGraph form, int[] ids, int count) {
    int[] vertices = form.vertices(IntStream.of(ids).map(Math::abs).toArray());
    return vertices.length == count ? vertices : new int[0];
  }

  @Provide
  Arbitrary<int[]> ids() {
    return Arbitraries.integers().between(-1, 60).array(int[].class).ofMaxSize(20);
  }

  private static void assertSimilarityParity(TestGraph form, Similarity options) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, options, run));
    }
  }

  private static Object[] figures(CsrGraph graph, Similarity options, RunOptions run) {
    try (SimilarityResult result = graph.run(options, run)) {
      return new Object[] {
        result.first().toArray(), result.second().toArray(), result.values().toArray()
      };
    }
  }

  @Property(tries = 200)
  void javaEqualsTryingAllPairs(
      @ForAll("tinyGraphs") TestGraph form, @ForAll SimilarityMeasure measure) {
    try (CsrGraph graph = form.build()) {
      NaiveTriangles simple = NaiveTriangles.of(graph);
      int n = graph.vertices();
      Similarity options = Similarity.top(3).measure(measure).least(0.25);
      try (SimilarityResult result = graph.run(options, Setup.JAVA.options())) {
        for (int u = 0; u < n; u++) {
          int vertex = u;
          int[] expected =
              IntStream.range(0, n)
                  .filter(v -> v != vertex && similarity(simple, measure, vertex, v) >= 0.25)
                  .boxed()
                  .sorted(Comparator.comparingDouble(v -> -similarity(simple, measure, vertex, v)))
                  .limit(3)
                  .mapToInt(v -> v)
                  .toArray();
          assertArrayEquals(expected, result.similarTo(u));
        }
        for (int i = 0; i < result.values().size(); i++) {
          int u = result.first().get(i);
          int v = result.second().get(i);
          assertEquals(similarity(simple, measure, u, v), result.value(i));
        }
      }
    }
  }

  private static double similarity(NaiveTriangles graph, SimilarityMeasure measure, int u, int v) {
    double a = graph.degree(u);
    double b = graph.degree(v);
    double common =
        IntStream.range(0, graph.arcs().length)
            .filter(w -> graph.adjacent(u, w) && graph.adjacent(v, w))
            .count();
    if (common == 0) {
      return 0;
    }
    return switch (measure) {
      case JACCARD -> common / (a + b - common);
      case OVERLAP -> common / Math.min(a, b);
      case COSINE -> common / Math.sqrt(a * b);
    };
  }

  @Test
  void theEstimateHolds() {
    TestGraph form = TestGraph.clean(Shapes.rmat(14, 200_000, 1), false);
    try (CsrGraph graph = form.build()) {
      EstimateChecks.assertHolds(graph, Similarity.top(10));
      EstimateChecks.assertHolds(graph, Similarity.ofPairs(new int[100_000], new int[100_000]));
    }
  }
}
