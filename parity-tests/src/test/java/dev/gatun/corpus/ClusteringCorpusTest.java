package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.graph.Clustering;
import dev.gatun.graph.ClusteringResult;
import dev.gatun.graph.Cores;
import dev.gatun.graph.CoresResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Similarity;
import dev.gatun.graph.SimilarityResult;
import dev.gatun.graph.Triangles;
import dev.gatun.graph.TrianglesResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Triangles and clustering coefficients of the manifests in `graph/` of the corpus, and LDBC's.
class ClusteringCorpusTest {
  private static final double TOLERANCE = 1e-12;

  /// The LDBC sets give so many digits.
  private static final double LDBC_TOLERANCE = 1e-12;

  @TestFactory
  Stream<DynamicContainer> manifests() {
    return GraphManifests.tests(ClusteringCorpusTest::check);
  }

  private static void check(Manifest manifest, CorpusGraph read) {
    CsrGraph graph = read.graph();
    checkTriangles(graph, manifest.group("triangles"), read.run());
    checkCores(graph, manifest.group("core"), read.run());
    checkJaccard(graph, (List<?>) manifest.figures().get("jaccard_neighbours"), read.run());
  }

  private static void checkCores(CsrGraph graph, Map<String, Object> expected, RunOptions run) {
    try (CoresResult result = graph.run(new Cores(), run)) {
      assertEquals(number(expected, "max").intValue(), result.degeneracy(), "max");
      assertEquals(
          number(expected, "number_crc32").longValue(),
          Checksums.ofInts(result.cores().toArray()),
          "number_crc32");
    }
  }

  private static void checkJaccard(CsrGraph graph, List<?> expected, RunOptions run) {
    int[] first = expected.stream().mapToInt(row -> (int) ((List<?>) row).get(0)).toArray();
    int[] second = expected.stream().mapToInt(row -> (int) ((List<?>) row).get(1)).toArray();
    double[] values =
        expected.stream()
            .mapToDouble(row -> ((Number) ((List<?>) row).get(2)).doubleValue())
            .toArray();
    try (SimilarityResult result = graph.run(Similarity.ofPairs(first, second), run)) {
      assertArrayEquals(values, result.values().toArray(), TOLERANCE, "jaccard_neighbours");
    }
  }

  private static void checkTriangles(CsrGraph graph, Map<String, Object> expected, RunOptions run) {
    try (TrianglesResult count = graph.run(Triangles.count(), run);
        TrianglesResult each = graph.run(Triangles.perVertex(), run)) {
      assertEquals(number(expected, "count").longValue(), count.count(), "count");
      assertEquals(number(expected, "count").longValue(), each.count(), "count");
      int[] triangles =
          Arrays.stream(each.perVertex().toArray()).mapToInt(Math::toIntExact).toArray();
      assertEquals(
          number(expected, "per_vertex_crc32").longValue(),
          Checksums.ofInts(triangles),
          "per_vertex_crc32");
      double average = number(expected, "average_local_clustering").doubleValue();
      assertEquals(average, each.averageClustering(), TOLERANCE, "average_local_clustering");
      double transitivity = number(expected, "transitivity").doubleValue();
      assertEquals(transitivity, count.transitivity(), TOLERANCE, "transitivity");
    }
  }

  @TestFactory
  Stream<DynamicTest> ldbc() {
    return Stream.concat(
        LdbcTests.validation("lcc", ClusteringCorpusTest::checkLocal),
        LdbcTests.examples("LCC", ClusteringCorpusTest::checkLocal));
  }

  private static void checkLocal(
      CsrGraph graph, LdbcGraph given, String[] expected, RunOptions run) {
    try (ClusteringResult result = graph.run(new Clustering(), run)) {
      for (int v = 0; v < expected.length; v++) {
        double coefficient = Double.parseDouble(expected[v]);
        assertEquals(
            coefficient, result.coefficient(v), LDBC_TOLERANCE, "vertex " + given.ids()[v]);
      }
    }
  }

  private static Number number(Map<String, Object> group, String name) {
    return (Number) group.get(name);
  }
}
