package dev.gatun.internal.reference;

import static dev.gatun.internal.reference.Given.edge;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.graph.Parents;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBfs;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CsrBfsReferenceTest {
  private static final int NO_LIMIT = -1;

  /// One search with its outputs, which held something else before.
  private static final class Search {
    final int[] distances;
    final int[] parents;
    final CsrBfs.Result result;

    Search(Csr graph, int maxDepth, Parents mode, int... sources) {
      distances = filled(graph.vertices());
      parents = filled(graph.vertices());
      try (Execution execution = Given.execution()) {
        result =
            new CsrBfsReference()
                .run(
                    new CsrBfs.Args(
                        graph,
                        null,
                        MemorySegment.ofArray(sources),
                        maxDepth,
                        mode,
                        MemorySegment.ofArray(distances),
                        mode == Parents.NONE ? null : MemorySegment.ofArray(parents)),
                    execution);
      }
    }

    private static int[] filled(int length) {
      int[] array = new int[length];
      Arrays.fill(array, 77);
      return array;
    }
  }

  @Test
  void findsDistancesAlongTheDirectionOfEdges() {
    Csr graph =
        Given.directed(6, edge(0, 1), edge(1, 2), edge(2, 0), edge(2, 3), edge(4, 3), edge(0, 0));
    Search search = new Search(graph, NO_LIMIT, Parents.SMALLEST, 1);
    assertArrayEquals(new int[] {2, 0, 1, 2, -1, -1}, search.distances);
    assertArrayEquals(new int[] {2, -1, 1, 2, -1, -1}, search.parents);
    assertEquals(new CsrBfs.Result(4, 2), search.result);
  }

  @Test
  void takesTheSmallestParentOfTheLevelBefore() {
    // 8 is reached before 3, so it would be the parent of 5 in order of discovery.
    Csr graph =
        Given.directed(
            9,
            edge(0, 1),
            edge(0, 2),
            edge(1, 8),
            edge(2, 3),
            edge(8, 5),
            edge(3, 5),
            edge(5, 4),
            edge(4, 5));
    for (Parents mode : new Parents[] {Parents.SMALLEST, Parents.ANY}) {
      Search search = new Search(graph, NO_LIMIT, mode, 0);
      assertArrayEquals(new int[] {0, 1, 1, 2, 4, 3, -1, -1, 2}, search.distances);
      assertArrayEquals(new int[] {-1, 0, 0, 2, 5, 3, -1, -1, 1}, search.parents);
    }
  }

  @Test
  void startsFromManySourcesSomeOfThemTwice() {
    Csr graph = Given.undirected(6, edge(0, 1), edge(1, 2), edge(2, 3), edge(3, 4), edge(2, 4));
    Search search = new Search(graph, NO_LIMIT, Parents.SMALLEST, 4, 0, 4, 0);
    assertArrayEquals(new int[] {0, 1, 1, 1, 0, -1}, search.distances);
    assertArrayEquals(new int[] {-1, 0, 4, 4, -1, -1}, search.parents);
    assertEquals(new CsrBfs.Result(5, 1), search.result);
  }

  @Test
  void stopsAtTheDepthGiven() {
    Csr path = Given.path(5);
    Search two = new Search(path, 2, Parents.SMALLEST, 0);
    assertArrayEquals(new int[] {0, 1, 2, -1, -1}, two.distances);
    assertArrayEquals(new int[] {-1, 0, 1, -1, -1}, two.parents);
    assertEquals(new CsrBfs.Result(3, 2), two.result);
    Search zero = new Search(path, 0, Parents.SMALLEST, 3);
    assertArrayEquals(new int[] {-1, -1, -1, 0, -1}, zero.distances);
    assertEquals(new CsrBfs.Result(1, 0), zero.result);
  }

  @Test
  void leavesParentsAloneWhenNotWanted() {
    Search search = new Search(Given.path(3), NO_LIMIT, Parents.NONE, 0);
    assertArrayEquals(new int[] {0, 1, 2}, search.distances);
    assertArrayEquals(new int[] {77, 77, 77}, search.parents);
  }

  @Test
  void reachesNothingFromNowhere() {
    Search search = new Search(Given.path(2), NO_LIMIT, Parents.SMALLEST);
    assertArrayEquals(new int[] {-1, -1}, search.distances);
    assertEquals(new CsrBfs.Result(0, 0), search.result);
    assertEquals(
        new CsrBfs.Result(0, 0), new Search(Given.directed(0), NO_LIMIT, Parents.SMALLEST).result);
  }

  @Test
  void namesTheFirstBadSource() {
    assertBadSource("source 1: vertex id 5 is outside 0..4", 0, 5, -3);
    assertBadSource("source 0: vertex id -3 is outside 0..4", -3, 5);
  }

  private static void assertBadSource(String message, int... sources) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Search(Given.path(5), NO_LIMIT, Parents.SMALLEST, sources));
    assertEquals(message, e.getMessage());
  }

  @Test
  void walksALongPath() {
    int vertices = 1_000_000;
    Search search = new Search(Given.path(vertices), NO_LIMIT, Parents.SMALLEST, 0);
    assertEquals(new CsrBfs.Result(vertices, vertices - 1), search.result);
    assertEquals(vertices - 2, search.parents[vertices - 1]);
  }
}
