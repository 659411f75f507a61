package dev.gatun.internal.reference;

import static dev.gatun.internal.reference.Given.edge;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.graph.SsspMethod;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrSssp;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsrSsspReferenceTest {
  private static final long FAR = Long.MAX_VALUE;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /// One search with its outputs, which held something else before.
  private static final class Search {
    final long[] longs;
    final double[] doubles;
    final int[] parents;
    final CsrSssp.Result result;

    Search(Csr graph, SsspMethod method, boolean wantParents, int... sources) {
      longs = new long[graph.vertices()];
      doubles = new double[graph.vertices()];
      parents = new int[graph.vertices()];
      Arrays.fill(longs, 77);
      Arrays.fill(doubles, 77);
      Arrays.fill(parents, 77);
      boolean integer = graph.weightType().isInteger();
      try (Execution execution = Given.execution()) {
        result =
            new CsrSsspReference()
                .run(
                    new CsrSssp.Args(
                        graph,
                        MemorySegment.ofArray(sources),
                        method,
                        0,
                        integer ? MemorySegment.ofArray(longs) : MemorySegment.ofArray(doubles),
                        wantParents ? MemorySegment.ofArray(parents) : null),
                    execution);
      }
    }
  }

  private static Search search(Csr graph, int... sources) {
    return new Search(graph, SsspMethod.AUTO, true, sources);
  }

  @ParameterizedTest
  @EnumSource(WeightType.class)
  void findsShortestPaths(WeightType type) {
    Csr graph =
        Given.weighted(
            6,
            type,
            edge(0, 1, 7),
            edge(0, 2, 1),
            edge(2, 1, 2),
            edge(1, 3, 4),
            edge(2, 3, 8),
            edge(4, 0, 1),
            edge(3, 3, 1),
            edge(0, 2, 3));
    Search search = search(graph, 0);
    int[] expected = type == WeightType.NONE ? new int[] {0, 1, 1, 2} : new int[] {0, 3, 1, 7};
    int[] parents = type == WeightType.NONE ? new int[] {-1, 0, 0, 1} : new int[] {-1, 2, 0, 1};
    for (int v = 0; v < 4; v++) {
      assertEquals(expected[v], type.isInteger() ? search.longs[v] : search.doubles[v]);
      assertEquals(parents[v], search.parents[v]);
    }
    for (int v = 4; v < 6; v++) {
      assertEquals(type.isInteger() ? FAR : 77, search.longs[v]);
      assertEquals(type.isInteger() ? 77 : INFINITY, search.doubles[v]);
      assertEquals(-1, search.parents[v]);
    }
    assertEquals(new CsrSssp.Result(4, SsspMethod.DIJKSTRA, 0), search.result);
  }

  @Test
  void startsFromManySourcesSomeOfThemTwice() {
    Csr graph = Given.weighted(5, WeightType.INT32, edge(0, 1, 5), edge(3, 1, 4), edge(1, 2, 1));
    Search search = search(graph, 3, 0, 3);
    assertArrayEquals(new long[] {0, 4, 5, 0, FAR}, search.longs);
    assertArrayEquals(new int[] {-1, 3, 1, -1, -1}, search.parents);
    assertEquals(4, search.result.reached());
    assertEquals(0, search(graph).result.reached());
    assertEquals(0, search(Given.directed(0)).result.reached());
  }

  @Test
  void leavesParentsAloneWhenNotWanted() {
    Search search = new Search(Given.path(3), SsspMethod.DELTA_STEPPING, false, 0);
    assertArrayEquals(new long[] {0, 1, 2}, search.longs);
    assertArrayEquals(new int[] {77, 77, 77}, search.parents);
    assertEquals(SsspMethod.DIJKSTRA, search.result.method());
  }

  @Test
  void takesTheSmallestOfTiedParents() {
    Csr graph =
        Given.weighted(
            5,
            WeightType.INT64,
            edge(0, 3, 1),
            edge(0, 2, 2),
            edge(0, 1, 2),
            edge(3, 4, 2),
            edge(2, 4, 1),
            edge(1, 4, 1));
    assertArrayEquals(new int[] {-1, 0, 0, 0, 1}, search(graph, 0).parents);
  }

  /// 4 is reached by an edge that adds, 1 and 2 only by edges that add nothing: the smallest tight
  /// in-neighbour of each would be the other.
  @Test
  void goesBreadthFirstAlongEdgesThatAddNothing() {
    Csr graph =
        Given.weighted(
            6,
            WeightType.FLOAT64,
            edge(0, 4, 1),
            edge(4, 2, 0),
            edge(2, 1, 0),
            edge(1, 2, 0),
            edge(1, 4, 0),
            edge(1, 3, 0),
            edge(2, 3, 0),
            edge(3, 1, -0.0));
    Search search = search(graph, 0);
    assertArrayEquals(new double[] {0, 1, 1, 1, 1, INFINITY}, search.doubles);
    assertArrayEquals(new int[] {-1, 2, 4, 2, 0, -1}, search.parents);
  }

  @Test
  void goesBreadthFirstFromSourcesAlongEdgesThatAddNothing() {
    Csr graph =
        Given.weighted(
            5,
            WeightType.INT32,
            edge(3, 2, 0),
            edge(4, 2, 0),
            edge(2, 0, 0),
            edge(0, 1, 0),
            edge(1, 2, 0),
            edge(3, 4, 0),
            edge(4, 1, 0));
    Search search = search(graph, 3);
    assertArrayEquals(new long[] {0, 0, 0, 0, 0}, search.longs);
    assertArrayEquals(new int[] {2, 4, 3, -1, 3}, search.parents);
    assertArrayEquals(new int[] {2, 4, 3, -1, -1}, search(graph, 3, 4).parents);
  }

  @Test
  void treatsEdgesThatRoundingSwallowsAsAddingNothing() {
    Csr graph =
        Given.weighted(
            4, WeightType.FLOAT64, edge(0, 3, 1e17), edge(3, 2, 1), edge(2, 1, 1), edge(1, 2, 1));
    Search search = search(graph, 0);
    assertArrayEquals(new double[] {0, 1e17, 1e17, 1e17}, search.doubles);
    assertArrayEquals(new int[] {-1, 2, 3, 0}, search.parents);
  }

  @Test
  void widensFloatsBeforeAdding() {
    Csr graph = Given.weighted(3, WeightType.FLOAT32, edge(0, 1, 0.1), edge(1, 2, 0.2));
    assertArrayEquals(
        new double[] {0, 0.1f, (double) 0.1f + (double) 0.2f}, search(graph, 0).doubles);
  }

  @Test
  void neverFollowsInfiniteWeights() {
    Csr graph =
        Given.weighted(
            4,
            WeightType.FLOAT64,
            edge(0, 1, INFINITY),
            edge(1, 2, 1),
            edge(0, 3, 1e308),
            edge(3, 2, 1e308));
    Search search = search(graph, 0);
    assertArrayEquals(new double[] {0, INFINITY, INFINITY, 1e308}, search.doubles);
    assertArrayEquals(new int[] {-1, -1, -1, 0}, search.parents);
    assertEquals(2, search.result.reached());
  }

  @Test
  void countsUpToTheLargestDistance() {
    Csr path = Given.withWeights(Given.path(3), FAR - 2, 1);
    assertArrayEquals(new long[] {0, FAR - 2, FAR - 1}, search(path, 0).longs);
  }

  @Test
  void refusesDistancesThatDoNotFit() {
    for (long[] weights : new long[][] {{FAR - 2, 2}, {FAR - 2, FAR}, {FAR, 0}}) {
      Csr path = Given.withWeights(Given.path(3), weights);
      ArithmeticException e = assertThrows(ArithmeticException.class, () -> search(path, 0));
      assertEquals("a shortest distance is above 2^63 - 2", e.getMessage());
    }
  }

  @Test
  void ignoresPathsThatDoNotFitBesideOnesThatDo() {
    Csr graph = Given.directed(3, edge(0, 1), edge(0, 2), edge(1, 2));
    Csr weighted = Given.withWeights(graph, 5, FAR - 1, FAR);
    Search search = search(weighted, 0);
    assertArrayEquals(new long[] {0, 5, FAR - 1}, search.longs);
    assertArrayEquals(new int[] {-1, 0, 0}, search.parents);
  }

  @ParameterizedTest
  @CsvSource({
    "INT32, -2, -2",
    "INT64, -2, -2",
    "FLOAT32, -0.1, -0.1",
    "FLOAT64, -0.1, -0.1",
    "FLOAT64, NaN, NaN",
    "FLOAT32, -Infinity, -Infinity"
  })
  void refusesNegativeWeights(WeightType type, double weight, String text) {
    Csr graph = Given.weighted(5, type, edge(0, 1, 1), edge(2, 3, weight), edge(4, 0, -1));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> search(graph, 0));
    assertEquals(
        "entry 1 (the edge 2 -> 3): weight " + text + " is not a number from 0 up", e.getMessage());
  }

  @Test
  void namesTheFirstBadSource() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> search(Given.path(5), 0, 5, -1));
    assertEquals("source 1: vertex id 5 is outside 0..4", e.getMessage());
  }

  @Test
  void walksALongPath() {
    int vertices = 300_000;
    Search search = search(Given.path(vertices), 0);
    assertEquals(vertices - 1, search.longs[vertices - 1]);
    assertEquals(vertices - 2, search.parents[vertices - 1]);
    assertEquals(vertices, search.result.reached());
  }
}
