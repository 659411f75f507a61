package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.Duplicates;
import dev.gatun.graph.TopologicalOrder;
import dev.gatun.graph.TopologicalOrderResult;
import dev.gatun.support.Edges;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsrToposortParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 200)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form) {
    assertToposortParity(form);
    assertToposortParity(acyclic(form));
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(@ForAll("largerGraphs") TestGraph form) {
    assertToposortParity(form);
    assertToposortParity(acyclic(form));
  }

  /// Levels of thousands of vertices, which workers share.
  @NeedsNatives
  @Example
  void nativeEqualsJavaOnWideLevels() {
    Edges edges = Shapes.uniform(60_000, 90_000, 1);
    assertToposortParity(acyclic(TestGraph.clean(edges, true)));
    assertToposortParity(TestGraph.clean(edges, true));
  }

  private static void assertToposortParity(TestGraph form) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> figures(graph, run));
    }
  }

  /// Every edge turned so that it leads to the larger number. Numbers are the ids shuffled a bit.
  private static TestGraph acyclic(TestGraph form) {
    Edges edges = form.edges();
    int n = edges.vertices();
    int[] source = edges.source().clone();
    int[] target = edges.target().clone();
    for (int i = 0; i < source.length; i++) {
      if (number(source[i], n) > number(target[i], n)) {
        int swapped = source[i];
        source[i] = target[i];
        target[i] = swapped;
      }
    }
    return new TestGraph(
        Edges.unweighted(n, source, target),
        true,
        false,
        form.duplicates(),
        form.sorted(),
        form.inEdges());
  }

  private static long number(int v, int n) {
    return (v ^ 5) * 2_654_435_761L % (n + 1) * n + v;
  }

  @Property(tries = 300)
  void javaFollowsTheDefinition(@ForAll("tinyGraphs") TestGraph form) {
    assertDefinition(form);
    assertDefinition(acyclic(form));
  }

  private static void assertDefinition(TestGraph form) {
    try (CsrGraph graph = form.build();
        TopologicalOrderResult result =
            graph.run(new TopologicalOrder(), Setup.JAVA.options())) {
      int n = graph.vertices();
      int[] levels = levels(graph);
      assertArrayEquals(levels, result.levels().toArray());
      boolean acyclic = Arrays.stream(levels).noneMatch(level -> level == -1);
      assertEquals(acyclic, result.isAcyclic());
      assertEquals(Arrays.stream(levels).filter(level -> level >= 0).count(), result.ordered());
      assertEquals(Arrays.stream(levels).max().orElse(-1) + 1, result.levelCount());
      if (acyclic) {
        int[] expected =
            IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt(v -> levels[v]))
                .mapToInt(v -> v)
                .toArray();
        assertArrayEquals(expected, result.order().toArray());
      } else {
        int[] cycle = result.cycle();
        for (int i = 0; i < cycle.length; i++) {
          int next = cycle[(i + 1) % cycle.length];
          assertTrue(graph.hasEdge(cycle[i], next), cycle[i] + " -> " + next);
        }
        assertTrue(cycle.length > 0);
        assertEquals(cycle.length, Arrays.stream(cycle).distinct().count());
      }
    }
  }

  /// Longest paths, until nothing changes or they are longer than any path without a cycle.
  private static int[] levels(CsrGraph graph) {
    int n = graph.vertices();
    int[] levels = new int[n];
    for (int round = 0; round <= 2 * n; round++) {
      for (int u = 0; u < n; u++) {
        for (int v : graph.neighbours(u)) {
          levels[v] = Math.min(n, Math.max(levels[v], levels[u] + 1));
        }
      }
    }
    return Arrays.stream(levels).map(level -> level == n ? -1 : level).toArray();
  }

  @Example
  void theEstimateHolds() {
    TestGraph form =
        new TestGraph(
            Shapes.uniform(20_000, 60_000, 1), true, false, Duplicates.MIN, true, false);
    try (CsrGraph graph = form.build()) {
      EstimateChecks.assertHolds(graph, new TopologicalOrder());
    }
  }

  private static Object[] figures(CsrGraph graph, RunOptions run) {
    try (TopologicalOrderResult result = graph.run(new TopologicalOrder(), run)) {
      return new Object[] {
        result.isAcyclic() ? result.order().toArray() : result.cycle(),
        result.levels().toArray(),
        result.levelCount(),
        result.ordered(),
        result.table().rows()
      };
    }
  }
}
