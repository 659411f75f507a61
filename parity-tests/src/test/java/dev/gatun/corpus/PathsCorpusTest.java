package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.graph.Betweenness;
import dev.gatun.graph.BetweennessResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/// The betweenness figures of the manifests in `graph/` of the corpus.
class PathsCorpusTest {
  private static final double TOLERANCE = 1e-9;

  @TestFactory
  Stream<DynamicContainer> betweenness() {
    return GraphManifests.tests(
        manifest ->
            manifest.group("betweenness_exact") != null
                || manifest.group("betweenness_from_sources") != null,
        PathsCorpusTest::check);
  }

  private static void check(Manifest manifest, CorpusGraph graph) {
    Map<String, Object> exact = manifest.group("betweenness_exact");
    if (exact != null) {
      check(graph, Betweenness.exact(), exact);
    }
    Map<String, Object> partial = manifest.group("betweenness_from_sources");
    if (partial != null) {
      int[] sources = ((List<?>) partial.get("sources")).stream().mapToInt(s -> (int) s).toArray();
      check(graph, Betweenness.from(sources), partial);
    }
  }

  private static void check(
      CorpusGraph graph, Betweenness algorithm, Map<String, Object> expected) {
    try (BetweennessResult result = graph.graph().run(algorithm, graph.run())) {
      double[] scores = result.scores().toArray();
      assertAlike(number(expected.get("sum")), Arrays.stream(scores).sum(), "sum");
      List<?> top = (List<?>) expected.get("top");
      int[] highest = result.top(top.size());
      for (int i = 0; i < top.size(); i++) {
        List<?> pair = (List<?>) top.get(i);
        double value = number(pair.get(1));
        assertAlike(value, scores[(int) pair.get(0)], "score of " + pair.get(0));
        assertAlike(value, scores[highest[i]], "place " + i);
      }
    }
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static void assertAlike(double expected, double actual, String what) {
    assertEquals(expected, actual, Math.abs(expected) * TOLERANCE, what);
  }
}
