package dev.gatun.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class RandomGraphsTest {
  private static long[] digest(EdgeList edges) {
    try (edges) {
      long sum = 0;
      for (long i = 0; i < edges.size(); i++) {
        assertTrue(edges.source(i) >= 0 && edges.source(i) < edges.vertices());
        assertTrue(edges.target(i) >= 0 && edges.target(i) < edges.vertices());
        assertTrue(edges.weight(i) >= 1 && edges.weight(i) <= 255);
        sum = 31 * (31 * (31 * sum + edges.source(i)) + edges.target(i)) + (long) edges.weight(i);
      }
      assertEquals(WeightType.INT32, edges.weightType());
      return new long[] {edges.vertices(), edges.size(), sum};
    }
  }

  private static void assertDecidedBySeed(LongFunction<EdgeList> graph) {
    long[] first = digest(graph.apply(1));
    assertEquals(Arrays.toString(first), Arrays.toString(digest(graph.apply(1))));
    assertNotEquals(first[2], digest(graph.apply(2))[2]);
  }

  @Test
  void theSeedDecides() {
    assertDecidedBySeed(seed -> RandomGraphs.rmat(8, 4, seed));
    assertDecidedBySeed(seed -> RandomGraphs.uniform(8, 4, seed));
    assertDecidedBySeed(seed -> RandomGraphs.grid(20, seed));
  }

  @Test
  void sizes() {
    assertEquals(256, digest(RandomGraphs.uniform(8, 4, 1))[0]);
    assertEquals(1024, digest(RandomGraphs.uniform(8, 4, 1))[1]);
    assertEquals(1, digest(RandomGraphs.uniform(0, 3, 1))[0]);
    assertEquals(0, digest(RandomGraphs.rmat(3, 0, 1))[1]);
    assertEquals(1, digest(RandomGraphs.grid(1, 1))[0]);
    assertEquals(0, digest(RandomGraphs.grid(1, 1))[1]);
  }

  @Test
  void gridsJoinNeighboursAndLeaveOutOneStreetInSeven() {
    int side = 50;
    try (EdgeList edges = RandomGraphs.grid(side, 3)) {
      for (long i = 0; i < edges.size(); i++) {
        int step = edges.target(i) - edges.source(i);
        assertTrue(step == side || (step == 1 && edges.target(i) % side != 0));
      }
      double streets = 2.0 * side * (side - 1);
      assertEquals(6.0 / 7, edges.size() / streets, 0.03);
    }
  }

  @Test
  void argumentsOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> RandomGraphs.rmat(-1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> RandomGraphs.rmat(27, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> RandomGraphs.uniform(26, 17, 0));
    assertThrows(IllegalArgumentException.class, () -> RandomGraphs.uniform(2, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> RandomGraphs.grid(0, 0));
    assertThrows(IllegalArgumentException.class, () -> RandomGraphs.grid(8193, 0));
  }
}
