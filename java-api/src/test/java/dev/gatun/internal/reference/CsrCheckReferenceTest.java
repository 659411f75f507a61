package dev.gatun.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrCheck;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class CsrCheckReferenceTest {
  private static void check(Csr graph) {
    try (Execution execution = Given.execution()) {
      new CsrCheckReference().run(new CsrCheck.Args(graph), execution);
    }
  }

  private static Csr graph(boolean sorted, long[] offsets, int... neighbours) {
    return new Csr(
        offsets.length - 1,
        neighbours.length,
        MemorySegment.ofArray(offsets),
        MemorySegment.ofArray(neighbours),
        null,
        WeightType.NONE,
        sorted);
  }

  private static void assertRefused(String message, Csr graph) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> check(graph)).getMessage());
  }

  private static long[] offsets(long... values) {
    return values;
  }

  @Test
  void acceptsRightGraphs() {
    check(graph(true, offsets(0)));
    check(graph(true, offsets(0, 0, 0)));
    check(graph(true, offsets(0, 3, 3, 4), 0, 1, 1, 2));
    check(graph(false, offsets(0, 2, 2), 1, 0));
  }

  @Test
  void refusesOffsetsThatDoNotBeginAtZero() {
    assertRefused("row 0: offset 1 is outside 0..0", graph(true, offsets(1, 2), 0, 0));
    assertRefused("row 0: offset -1 is outside 0..0", graph(true, offsets(-1, 1), 0));
  }

  @Test
  void refusesOffsetsThatDescend() {
    assertRefused("row 2: offset 1 is outside 2..3", graph(true, offsets(0, 2, 1, 3), 0, 1, 2));
  }

  @Test
  void refusesOffsetsBeyondTheEntries() {
    assertRefused("row 1: offset 9 is outside 0..2", graph(true, offsets(0, 9, 2), 0, 1));
    assertRefused(
        "row 1: offset 9223372036854775807 is outside 0..2",
        graph(true, offsets(0, Long.MAX_VALUE, 2), 0, 1));
  }

  @Test
  void refusesOffsetsThatDoNotEndAtTheEntries() {
    assertRefused("row 2: offset 1 is outside 2..2", graph(true, offsets(0, 1, 1), 0, 1));
    assertRefused("row 2: offset 3 is outside 2..2", graph(true, offsets(0, 1, 3), 0, 1));
  }

  @Test
  void refusesNeighboursThatAreNoVertices() {
    assertRefused("entry 1: vertex id 2 is outside 0..1", graph(true, offsets(0, 2, 2), 0, 2));
    assertRefused("entry 0: vertex id -1 is outside 0..1", graph(false, offsets(0, 2, 2), -1, 0));
  }

  @Test
  void refusesUnsortedRowsOfASortedGraph() {
    assertRefused(
        "row 1: neighbour 0 at entry 2 follows 1, though the rows are said to be sorted",
        graph(true, offsets(0, 1, 3), 1, 1, 0));
  }
}
