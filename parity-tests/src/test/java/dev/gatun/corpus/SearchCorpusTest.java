package dev.gatun.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.graph.ComponentsResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.DepthFirst;
import dev.gatun.graph.DepthFirstResult;
import dev.gatun.graph.StrongComponents;
import dev.gatun.graph.TopologicalOrder;
import dev.gatun.graph.TopologicalOrderResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/// The figures of the manifests that come from going through a graph in depth.
class SearchCorpusTest {

  @TestFactory
  Stream<DynamicContainer> manifests() {
    return GraphManifests.tests(SearchCorpusTest::check);
  }

  private static void check(Manifest manifest, CorpusGraph read) {
    checkDfs(read, manifest.group("dfs"));
    if (manifest.directed()) {
      checkStrongComponents(read, manifest.group("scc"));
      checkOrder(read, (boolean) manifest.figures().get("is_dag"));
    } else {
      checkStrongComponents(read, manifest.group("wcc"));
      checkOrder(read, read.graph().edges() == 0);
    }
  }

  private static void checkStrongComponents(CorpusGraph read, Map<String, Object> expected) {
    try (ComponentsResult result = read.graph().run(new StrongComponents(), read.run())) {
      int[] labels = result.labels().toArray();
      assertEquals(number(expected, "count"), result.count(), "count");
      assertEquals(number(expected, "label_crc32"), Checksums.ofInts(labels), "labels");
      List<?> largest = (List<?>) expected.get("largest");
      assertEquals(((Number) largest.getFirst()).longValue(), result.largest(), "largest");
      assertEquals(
          largest,
          Arrays.stream(result.sizes())
              .boxed()
              .sorted(Comparator.reverseOrder())
              .limit(largest.size())
              .toList(),
          "largest");
    }
  }

  private static void checkOrder(CorpusGraph read, boolean acyclic) {
    CsrGraph graph = read.graph();
    try (TopologicalOrderResult result = graph.run(new TopologicalOrder(), read.run())) {
      assertEquals(acyclic, result.isAcyclic());
      int[] cycle = result.cycle();
      for (int i = 0; i < cycle.length; i++) {
        assertTrue(graph.hasEdge(cycle[i], cycle[(i + 1) % cycle.length]), "an edge of the cycle");
      }
      assertEquals(cycle.length, Arrays.stream(cycle).distinct().count());
      for (int u = 0; u < graph.vertices(); u++) {
        for (int v : graph.neighbours(u)) {
          int level = result.levels().get(v);
          assertTrue(level == -1 || level > result.levels().get(u), "an edge leads forward");
        }
      }
      if (acyclic) {
        assertEquals(graph.vertices(), Arrays.stream(result.order().toArray()).distinct().count());
      } else {
        assertTrue(cycle.length > 0, "a cycle");
      }
    }
  }

  private static void checkDfs(CorpusGraph read, Map<String, Object> expected) {
    int source = (int) expected.get("source");
    try (DepthFirstResult result = read.graph().run(DepthFirst.from(source), read.run())) {
      int[] preorder = result.preorder().toArray();
      assertEquals(number(expected, "reached"), result.reached(), "reached");
      List<?> first = (List<?>) expected.get("preorder_first");
      assertEquals(
          first, Arrays.stream(preorder).limit(first.size()).boxed().toList(), "preorder_first");
      assertEquals(number(expected, "preorder_crc32"), Checksums.ofInts(preorder), "preorder");
      assertEquals(
          number(expected, "postorder_crc32"),
          Checksums.ofInts(result.postorder().toArray()),
          "postorder");
      assertEquals(
          number(expected, "parent_crc32"),
          Checksums.ofInts(result.parents().toArray()),
          "parents");
    }
  }

  private static long number(Map<String, Object> group, String name) {
    return ((Number) group.get(name)).longValue();
  }
}
