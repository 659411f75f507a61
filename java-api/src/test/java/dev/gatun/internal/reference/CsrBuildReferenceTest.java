package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatun.graph.Duplicates;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.CsrBuild;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrBuildReferenceTest {
  private final Region target = new Region(MemoryAccount.forCall("test", 0));

  @AfterEach
  void free() {
    target.close();
  }

  /// Options with the defaults of a plain directed build.
  private record Options(
      boolean symmetric,
      boolean reversed,
      boolean keepLoops,
      Duplicates duplicates,
      boolean sortColumns) {
    static final Options PLAIN = new Options(false, false, true, Duplicates.KEEP, true);
    static final Options REVERSED = new Options(false, true, true, Duplicates.KEEP, true);
    static final Options UNSORTED = new Options(false, false, true, Duplicates.KEEP, false);

    static Options merging(Duplicates duplicates) {
      return new Options(false, false, true, duplicates, true);
    }

    static Options symmetric(boolean keepLoops, Duplicates duplicates) {
      return new Options(true, false, keepLoops, duplicates, true);
    }
  }

  private Csr build(int vertices, Options options, CsrBuild.Tuples tuples) {
    try (Execution execution = Given.execution()) {
      return new CsrBuildReference()
          .run(
              new CsrBuild.Args(
                  vertices,
                  tuples,
                  options.symmetric,
                  options.reversed,
                  options.keepLoops,
                  options.duplicates,
                  options.sortColumns,
                  target),
              execution);
    }
  }

  /// Interleaved pairs.
  private static CsrBuild.Tuples pairs(int... ids) {
    MemorySegment segment = MemorySegment.ofArray(ids);
    MemorySegment targets = ids.length == 0 ? segment : segment.asSlice(Integer.BYTES);
    return new CsrBuild.Tuples(segment, targets, 2, ids.length / 2, null, WeightType.NONE);
  }

  private static CsrBuild.Tuples weighted(
      MemorySegment weights, WeightType type, int[] sources, int[] targets) {
    return new CsrBuild.Tuples(
        MemorySegment.ofArray(sources),
        MemorySegment.ofArray(targets),
        1,
        sources.length,
        weights,
        type);
  }

  /// As many tuples 0 -> 1 as there are weights.
  private static CsrBuild.Tuples parallel(MemorySegment weights, WeightType type) {
    int count = (int) (weights.byteSize() / type.bytes());
    int[] targets = new int[count];
    java.util.Arrays.fill(targets, 1);
    return weighted(weights, type, new int[count], targets);
  }

  private static void assertRows(Csr graph, long[] offsets, int... neighbours) {
    assertArrayEquals(offsets, graph.offsets().toArray(JAVA_LONG));
    assertArrayEquals(neighbours, graph.neighbours().toArray(JAVA_INT));
    assertEquals(neighbours.length, graph.entries());
    assertEquals(offsets.length - 1, graph.vertices());
  }

  private static MemorySegment weightsOf(Csr graph) {
    return Objects.requireNonNull(graph.weights());
  }

  private static long[] offsets(long... values) {
    return values;
  }

  private static int[] ids(int... values) {
    return values;
  }

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
        build(3, options, pairs(0, 2, 2, 2, 1, 0, 0, 1)),
        offsets(0, 3, 5, 7),
        2, 1, 1, 0, 0, 0, 2);
  }

  @Test
  void reversesTuples() {
    assertRows(
        build(4, Options.REVERSED, pairs(2, 3, 0, 2, 2, 0, 0, 1, 2, 1)),
        offsets(0, 1, 3, 4, 5),
        2, 0, 2, 0, 2);
    Options unsorted = new Options(false, true, true, Duplicates.KEEP, false);
    assertRows(build(2, unsorted, pairs(1, 0, 0, 0, 1, 0)), offsets(0, 3, 3), 1, 0, 1);
  }

  @Test
  void symmetrisesAndCountsALoopOnce() {
    assertRows(
        build(3, Options.symmetric(true, Duplicates.KEEP), pairs(1, 0, 2, 2, 0, 1)),
        offsets(0, 2, 4, 5),
        1, 1, 0, 0, 2);
  }

  @Test
  void dropsLoops() {
    assertRows(
        build(3, Options.symmetric(false, Duplicates.KEEP), pairs(1, 0, 2, 2, 0, 0)),
        offsets(0, 1, 2, 2),
        1, 0);
  }

  @Test
  void mergesUnweightedDuplicates() {
    for (Duplicates policy : Duplicates.values()) {
      if (policy != Duplicates.KEEP) {
        assertRows(
            build(3, Options.merging(policy), pairs(0, 2, 0, 1, 0, 2, 1, 2, 0, 1, 0, 2)),
            offsets(0, 2, 3, 3),
            1, 2, 2);
      }
    }
  }

  @Test
  void keepsEqualEdgesInInputOrder() {
    Csr graph =
        build(
            3,
            Options.PLAIN,
            weighted(
                MemorySegment.ofArray(new int[] {5, 6, 7, 8}),
                WeightType.INT32,
                ids(0, 0, 0, 0),
                ids(2, 1, 2, 1)));
    assertRows(graph, offsets(0, 4, 4, 4), 1, 1, 2, 2);
    assertArrayEquals(ids(6, 8, 5, 7), weightsOf(graph).toArray(JAVA_INT));
  }

  @ParameterizedTest
  @CsvSource({"FIRST,5,-1", "SUM,6,6", "MIN,-2,-1", "MAX,5,7"})
  void mergesIntegerWeights(Duplicates policy, long first, long second) {
    int[] sources = ids(0, 1, 0, 1, 0);
    int[] targets = ids(1, 0, 1, 0, 1);
    Csr ints =
        build(
            2,
            Options.merging(policy),
            weighted(
                MemorySegment.ofArray(new int[] {5, -1, 3, 7, -2}),
                WeightType.INT32,
                sources,
                targets));
    assertRows(ints, offsets(0, 1, 2), 1, 0);
    assertArrayEquals(ids((int) first, (int) second), weightsOf(ints).toArray(JAVA_INT));
    Csr longs =
        build(
            2,
            Options.merging(policy),
            weighted(
                MemorySegment.ofArray(new long[] {5, -1, 3, 7, -2}),
                WeightType.INT64,
                sources,
                targets));
    assertArrayEquals(new long[] {first, second}, weightsOf(longs).toArray(JAVA_LONG));
  }

  @Test
  void mergesBothDirectionsOfAnUndirectedEdge() {
    Csr graph =
        build(
            2,
            Options.symmetric(true, Duplicates.FIRST),
            weighted(
                MemorySegment.ofArray(new int[] {5, 3}), WeightType.INT32, ids(1, 0), ids(0, 1)));
    assertRows(graph, offsets(0, 1, 2), 1, 0);
    assertArrayEquals(ids(5, 5), weightsOf(graph).toArray(JAVA_INT));
  }

  @Test
  void addsFloatsInFloatAndInInputOrder() {
    float[] weights = {1 << 24, 1, 1, 0.1f};
    float expected = ((weights[0] + 1f) + 1f) + 0.1f;
    Csr graph =
        build(
            2,
            Options.merging(Duplicates.SUM),
            parallel(MemorySegment.ofArray(weights), WeightType.FLOAT32));
    assertArrayEquals(new float[] {expected}, weightsOf(graph).toArray(JAVA_FLOAT));
  }

  @Test
  void addsDoublesInInputOrder() {
    Csr graph =
        build(
            2,
            Options.merging(Duplicates.SUM),
            parallel(MemorySegment.ofArray(new double[] {1e100, 1, -1e100}), WeightType.FLOAT64));
    assertArrayEquals(new double[] {0}, weightsOf(graph).toArray(JAVA_DOUBLE));
  }

  @ParameterizedTest
  @CsvSource({
    "MIN, NaN, 1, NaN", "MIN, 1, NaN, NaN", "MAX, NaN, 1, NaN", "MAX, Infinity, NaN, NaN",
    "MIN, 0, -0.0, -0.0", "MIN, -0.0, 0, -0.0", "MAX, 0, -0.0, 0", "MAX, -0.0, 0, 0",
    "FIRST, NaN, 1, NaN", "MIN, -Infinity, 3, -Infinity"
  })
  void ordersFloatingPointWeights(Duplicates policy, double a, double b, double expected) {
    Csr doubles =
        build(
            2,
            Options.merging(policy),
            parallel(MemorySegment.ofArray(new double[] {a, b}), WeightType.FLOAT64));
    assertEquals(expected, weightsOf(doubles).get(JAVA_DOUBLE, 0));
    Csr floats =
        build(
            2,
            Options.merging(policy),
            parallel(
                MemorySegment.ofArray(new float[] {(float) a, (float) b}), WeightType.FLOAT32));
    assertEquals((float) expected, weightsOf(floats).get(JAVA_FLOAT, 0));
  }

  @Test
  void refusesIntegerSumsThatDoNotFit() {
    ArithmeticException ints =
        assertThrows(
            ArithmeticException.class,
            () ->
                build(
                    2,
                    Options.merging(Duplicates.SUM),
                    parallel(
                        MemorySegment.ofArray(new int[] {Integer.MAX_VALUE, 1, -1}),
                        WeightType.INT32)));
    assertEquals("the sum of the weights of equal edges does not fit INT32", ints.getMessage());
    ArithmeticException longs =
        assertThrows(
            ArithmeticException.class,
            () ->
                build(
                    2,
                    Options.merging(Duplicates.SUM),
                    parallel(
                        MemorySegment.ofArray(new long[] {Long.MIN_VALUE, -1}),
                        WeightType.INT64)));
    assertEquals("the sum of the weights of equal edges does not fit INT64", longs.getMessage());
  }

  @Test
  void carriesEveryBitOfLongWeights() {
    long[] weights = {Long.MAX_VALUE - 1, Long.MIN_VALUE};
    Csr graph =
        build(
            2,
            Options.PLAIN,
            weighted(
                MemorySegment.ofArray(weights), WeightType.INT64, ids(0, 1), ids(1, 0)));
    assertArrayEquals(weights, weightsOf(graph).toArray(JAVA_LONG));
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
        assertThrows(
            IllegalArgumentException.class, () -> build(0, Options.PLAIN, pairs(0, 0)));
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
