package dev.gatun.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.RunOptions;
import dev.gatun.graph.Colouring;
import dev.gatun.graph.ColouringResult;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.GreedyOrder;
import dev.gatun.graph.IndependentSet;
import dev.gatun.graph.IndependentSetResult;
import dev.gatun.support.NeedsNatives;
import dev.gatun.support.Setup;
import dev.gatun.support.Shapes;
import dev.gatun.support.TestGraph;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsrColouringParityTest extends ParityTest {

  @NeedsNatives
  @Property(tries = 150)
  void nativeEqualsJava(@ForAll("graphs") TestGraph form, @ForAll GreedyOrder order) {
    assertColouringParity(form, order);
  }

  @NeedsNatives
  @Property(tries = 30)
  void nativeEqualsJavaOnLargerGraphs(
      @ForAll("largerGraphs") TestGraph form, @ForAll GreedyOrder order) {
    assertColouringParity(form, order);
  }

  private static void assertColouringParity(TestGraph form, GreedyOrder order) {
    try (CsrGraph graph = form.build()) {
      assertParity(run -> colours(graph, order, run));
      assertParity(run -> members(graph, order, run));
    }
  }

  /// No neighbour has the same colour, and none of the smaller ones was free; in the set, no
  /// neighbour is, and everybody else has one that is.
  @Property(tries = 300)
  void javaFollowsTheDefinition(@ForAll("tinyGraphs") TestGraph form, @ForAll GreedyOrder order) {
    RunOptions run = Setup.JAVA.options();
    try (CsrGraph graph = form.build();
        ColouringResult result = graph.run(new Colouring(order), run);
        IndependentSetResult set = graph.run(new IndependentSet(order), run)) {
      int most = 0;
      for (int v = 0; v < graph.vertices(); v++) {
        Set<Integer> neighbours = neighbours(graph, v);
        Set<Integer> colours = new HashSet<>();
        neighbours.forEach(neighbour -> colours.add(result.colour(neighbour)));
        assertFalse(colours.contains(result.colour(v)));
        for (int smaller = 0; smaller < result.colour(v); smaller++) {
          assertTrue(colours.contains(smaller));
        }
        assertEquals(result.colour(v) == 0, set.contains(v));
        assertNotEquals(set.contains(v), neighbours.stream().anyMatch(set::contains));
        most = Math.max(most, neighbours.size());
      }
      assertEquals(Arrays.stream(result.sizes()).filter(size -> size > 0).count(), result.count());
      assertTrue(result.count() <= most + 1);
      assertEquals(set.vertices().length, set.size());
    }
  }

  private static Set<Integer> neighbours(CsrGraph graph, int v) {
    Set<Integer> neighbours = new HashSet<>();
    for (int u = 0; u < graph.vertices(); u++) {
      if (u != v && (graph.hasEdge(u, v) || graph.hasEdge(v, u))) {
        neighbours.add(u);
      }
    }
    return neighbours;
  }

  @Example
  void theEstimateHolds() {
    try (CsrGraph graph = TestGraph.clean(Shapes.uniform(20_000, 60_000, 1), false).build()) {
      for (GreedyOrder order : GreedyOrder.values()) {
        EstimateChecks.assertHolds(graph, Colouring.greedy().order(order));
        EstimateChecks.assertHolds(graph, IndependentSet.greedy().order(order));
      }
    }
  }

  private static Object[] colours(CsrGraph graph, GreedyOrder order, RunOptions run) {
    try (ColouringResult result = graph.run(new Colouring(order), run)) {
      return new Object[] {result.colours().toArray(), result.count(), result.table().rows()};
    }
  }

  private static Object[] members(CsrGraph graph, GreedyOrder order, RunOptions run) {
    try (IndependentSetResult result = graph.run(new IndependentSet(order), run)) {
      return new Object[] {result.members().toArray(), result.size(), result.table().rows()};
    }
  }
}
