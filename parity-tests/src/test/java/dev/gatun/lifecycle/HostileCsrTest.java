package dev.gatun.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.Gatun;
import dev.gatun.graph.CsrGraph;
import dev.gatun.graph.WeightType;
import dev.gatun.support.Setup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// CSR arrays of a caller that are no graph.
class HostileCsrTest {
  private static final long[] OFFSETS = {0, 2, 3, 5};
  private static final int[] NEIGHBOURS = {1, 2, 0, 0, 1};

  private final Arena arena = Arena.ofShared();
  private long before;

  @BeforeEach
  void look() {
    before = Gatun.metrics().memory().liveBytes();
  }

  @AfterEach
  void nothingIsLeft() {
    arena.close();
    assertEquals(before, Gatun.metrics().memory().liveBytes());
  }

  static List<Setup> setups() {
    return HostileInputTest.setups();
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aRightOneIsTakenAsItIs(Setup setup) {
    MemorySegment neighbours = off(NEIGHBOURS);
    try (CsrGraph graph = csr(true, off(OFFSETS), neighbours, setup)) {
      assertEquals(3, graph.vertices());
      assertEquals(5, graph.edges());
    }
    try (CsrGraph graph = csr(true, off(0L), off(new int[0]), setup)) {
      assertEquals(0, graph.vertices());
    }
    // The memory is the caller's.
    assertEquals(1, neighbours.get(ValueLayout.JAVA_INT, 0));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void offsetsThatDoNotAscendFromZero(Setup setup) {
    assertOffsets("row 0: offset 1 is outside 0..0", setup, 1, 2, 3, 5);
    assertOffsets("row 0: offset -1 is outside 0..0", setup, -1, 2, 3, 5);
    assertOffsets("row 2: offset 1 is outside 2..5", setup, 0, 2, 1, 5);
    assertOffsets("row 1: offset 6 is outside 0..5", setup, 0, 6, 6, 5);
    assertOffsets("row 3: offset 4 is outside 5..5", setup, 0, 2, 3, 4);
    assertOffsets("row 3: offset 6 is outside 5..5", setup, 0, 2, 3, 6);
    for (long huge : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, (1L << 62) + 3}) {
      assertOffsets("row 1: offset " + huge + " is outside 0..5", setup, 0, huge, 3, 5);
      assertOffsets("row 3: offset " + huge + " is outside 5..5", setup, 0, 2, 3, huge);
    }
  }

  private void assertOffsets(String message, Setup setup, long... offsets) {
    assertRefused(message, () -> csr(true, off(offsets), off(NEIGHBOURS), setup));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void neighboursThatAreNone(Setup setup) {
    for (int bad : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      MemorySegment neighbours = off(1, 2, bad, -7, 1);
      assertRefused(
          "entry 2: vertex id " + bad + " is outside 0..2",
          () -> csr(true, off(OFFSETS), neighbours, setup));
    }
    assertRefused(
        "row 2: neighbour 0 at entry 4 follows 1, though the rows are said to be sorted",
        () -> csr(true, off(OFFSETS), off(1, 2, 0, 1, 0), setup));
    assertRefused(
        "the graph is said to be undirected, but not every edge is stored in both rows",
        () -> csr(false, off(OFFSETS), off(1, 2, 0, 1, 1), setup));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void arraysThatDoNotFitTogether(Setup setup) {
    MemorySegment offsets = off(OFFSETS);
    MemorySegment neighbours = off(NEIGHBOURS);
    assertRefused(
        "offsets is on the heap, where kernels cannot read it",
        () -> csr(true, MemorySegment.ofArray(OFFSETS), neighbours, setup));
    assertRefused(
        "offsets is not an aligned array of its type",
        () -> csr(true, offsets.asSlice(0, 30), neighbours, setup));
    assertRefused(
        "neighbours is not an aligned array of its type",
        () -> csr(true, offsets, neighbours.asSlice(2, 16), setup));
    assertRefused("offsets has 0 elements", () -> csr(true, off(new long[0]), neighbours, setup));
    assertRefused(
        "weights and weight type do not go together",
        () ->
            CsrGraph.ofCsr(
                true, offsets, neighbours, neighbours, WeightType.NONE, setup.options()));
    assertRefused(
        "weights and weight type do not go together",
        () -> CsrGraph.ofCsr(true, offsets, neighbours, null, WeightType.INT32, setup.options()));
    assertRefused(
        "weights and neighbours differ in length",
        () ->
            CsrGraph.ofCsr(
                true, offsets, neighbours, off(1, 2, 3, 4), WeightType.INT32, setup.options()));
  }

  private static CsrGraph csr(
      boolean directed, MemorySegment offsets, MemorySegment neighbours, Setup setup) {
    return CsrGraph.ofCsr(directed, offsets, neighbours, null, WeightType.NONE, setup.options());
  }

  private MemorySegment off(long... values) {
    return arena
        .allocate(values.length * (long) Long.BYTES, Long.BYTES)
        .copyFrom(MemorySegment.ofArray(values));
  }

  private MemorySegment off(int... values) {
    return arena
        .allocate(values.length * (long) Integer.BYTES, Long.BYTES)
        .copyFrom(MemorySegment.ofArray(values));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
