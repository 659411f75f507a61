package dev.gatun.internal.reference;

import static dev.gatun.internal.reference.Given.edge;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrComponents;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class CsrComponentsReferenceTest {
  private static CsrComponents.Result components(Csr graph, int[] labels, int[] compact) {
    try (Execution execution = Given.execution()) {
      return new CsrComponentsReference()
          .run(
              new CsrComponents.Args(
                  graph, null, MemorySegment.ofArray(labels), MemorySegment.ofArray(compact)),
              execution);
    }
  }

  private static void assertComponents(
      Csr graph, CsrComponents.Result expected, int[] expectedLabels, int[] expectedCompact) {
    int[] labels = new int[graph.vertices()];
    int[] compact = new int[graph.vertices()];
    assertEquals(expected, components(graph, labels, compact));
    assertArrayEquals(expectedLabels, labels);
    assertArrayEquals(expectedCompact, compact);
  }

  @Test
  void labelsByTheSmallestId() {
    assertComponents(
        Given.undirected(7, edge(6, 4), edge(4, 1), edge(5, 2), edge(3, 3), edge(1, 6)),
        new CsrComponents.Result(4, 3),
        new int[] {0, 1, 2, 3, 1, 2, 1},
        new int[] {0, 1, 2, 3, 1, 2, 1});
  }

  @Test
  void numbersComponentsBySmallestId() {
    assertComponents(
        Given.undirected(6, edge(0, 5), edge(1, 3), edge(2, 4)),
        new CsrComponents.Result(3, 2),
        new int[] {0, 1, 2, 1, 2, 0},
        new int[] {0, 1, 2, 1, 2, 0});
    assertComponents(
        Given.undirected(6, edge(0, 2), edge(0, 1), edge(3, 5)),
        new CsrComponents.Result(3, 3),
        new int[] {0, 0, 0, 3, 4, 3},
        new int[] {0, 0, 0, 1, 2, 1});
  }

  @Test
  void ignoresTheDirectionOfEdges() {
    assertComponents(
        Given.directed(5, edge(4, 0), edge(4, 3), edge(2, 1)),
        new CsrComponents.Result(2, 3),
        new int[] {0, 1, 1, 0, 0},
        new int[] {0, 1, 1, 0, 0});
  }

  @Test
  void countsWithoutCompactNumbers() {
    int[] labels = new int[3];
    try (Execution execution = Given.execution()) {
      assertEquals(
          new CsrComponents.Result(2, 2),
          new CsrComponentsReference()
              .run(
                  new CsrComponents.Args(
                      Given.directed(3, edge(2, 0)), null, MemorySegment.ofArray(labels), null),
                  execution));
    }
    assertArrayEquals(new int[] {0, 1, 0}, labels);
  }

  @Test
  void knowsGraphsWithoutEdgesOrVertices() {
    assertComponents(Given.directed(0), new CsrComponents.Result(0, 0), new int[0], new int[0]);
    assertComponents(
        Given.directed(3),
        new CsrComponents.Result(3, 1),
        new int[] {0, 1, 2},
        new int[] {0, 1, 2});
  }

  @Test
  void joinsALongPath() {
    int vertices = 1_000_000;
    int[] labels = new int[vertices];
    assertEquals(
        new CsrComponents.Result(1, vertices),
        components(Given.path(vertices), labels, new int[vertices]));
    assertEquals(0, labels[vertices - 1]);
  }
}
