package dev.gatun.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.graph.Duplicates;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class CsrBuildReferenceTest extends CsrBuildFixture {
  @Test
  void sortsRowsByTarget() {
    Csr graph = build(4, Options.PLAIN, pairs(2, 3, 0, 2, 2, 0, 0, 1, 2, 1));
    assertRows(graph, offsets(0, 2, 2, 5, 5), 1, 2, 0, 1, 3);
    assertTrue(graph.sorted());
    assertNull(graph.weights());
    assertEquals(WeightType.NONE, graph.weightType());
  }

  @Test
  void keepsInputOrderWhenNotSorting() {
    Csr graph = build(3, Options.UNSORTED, pairs(0, 2, 1, 1, 0, 1, 0, 2, 0, 0));
    assertRows(graph, offsets(0, 4, 5, 5), 2, 1, 2, 0, 1);
    assertFalse(graph.sorted());
  }

  @Test
  void keepsInputOrderOfSymmetricTuplesWhenNotSorting() {
    Options options = new Options(true, false, true, Duplicates.KEEP, false);
    assertRows(
        build(3, options, pairs(0, 2, 2, 2, 1, 0, 0, 1)), offsets(0, 3, 5, 7), 2, 1, 1, 0, 0, 0, 2);
  }

  @Test
  void reversesTuples() {
    assertRows(
        build(4, Options.REVERSED, pairs(2, 3, 0, 2, 2, 0, 0, 1, 2, 1)),
        offsets(0, 1, 3, 4, 5),
        2,
        0,
        2,
        0,
        2);
    Options unsorted = new Options(false, true, true, Duplicates.KEEP, false);
    assertRows(build(2, unsorted, pairs(1, 0, 0, 0, 1, 0)), offsets(0, 3, 3), 1, 0, 1);
  }

  @Test
  void symmetrisesAndCountsALoopOnce() {
    assertRows(
        build(3, Options.symmetric(true, Duplicates.KEEP), pairs(1, 0, 2, 2, 0, 1)),
        offsets(0, 2, 4, 5),
        1,
        1,
        0,
        0,
        2);
  }

  @Test
  void dropsLoops() {
    assertRows(
        build(3, Options.symmetric(false, Duplicates.KEEP), pairs(1, 0, 2, 2, 0, 0)),
        offsets(0, 1, 2, 2),
        1,
        0);
  }

  @Test
  void namesTheFirstBadId() {
    assertBadId("edge 1: vertex id 3 is outside 0..2", pairs(0, 1, 3, 7, -1, 0));
    assertBadId("edge 1: vertex id 7 is outside 0..2", pairs(0, 1, 2, 7, -1, 0));
    assertBadId("edge 0: vertex id -2147483648 is outside 0..2", pairs(0, Integer.MIN_VALUE));
  }

  private void assertBadId(String message, CsrBuild.Tuples tuples) {
    for (Options options : new Options[] {Options.PLAIN, Options.UNSORTED, Options.REVERSED}) {
      assertEquals(
          message,
          assertThrows(IllegalArgumentException.class, () -> build(3, options, tuples))
              .getMessage());
    }
  }

  @Test
  void refusesOptionsThatContradictEachOther() {
    Options both = new Options(true, true, true, Duplicates.KEEP, true);
    assertThrows(IllegalArgumentException.class, () -> build(2, both, pairs(0, 1)));
    Options unsorted = new Options(false, false, true, Duplicates.MIN, false);
    assertThrows(IllegalArgumentException.class, () -> build(2, unsorted, pairs(0, 1)));
  }

  @Test
  void buildsEmptyGraphs() {
    assertRows(build(0, Options.PLAIN, pairs()), offsets(0));
    assertRows(build(0, Options.UNSORTED, pairs()), offsets(0));
    assertRows(build(3, Options.merging(Duplicates.MIN), pairs()), offsets(0, 0, 0, 0));
    IllegalArgumentException noVertices =
        assertThrows(IllegalArgumentException.class, () -> build(0, Options.PLAIN, pairs(0, 0)));
    assertEquals("edge 0: vertex id 0 is outside 0..-1", noVertices.getMessage());
  }

  @Test
  void allocatesExactlyTheResultInTheTargetRegion() {
    Csr graph =
        build(
            3,
            Options.merging(Duplicates.MIN),
            weighted(
                MemorySegment.ofArray(new double[] {1, 2, 3}),
                WeightType.FLOAT64,
                ids(0, 0, 1),
                ids(1, 1, 2)));
    assertEquals(graph.bytes(), target.bytes());
    assertEquals(4 * 8 + 2 * (4 + 8), target.bytes());
  }
}
