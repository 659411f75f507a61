package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.graph.Duplicates;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.kernel.Csr;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrBuildDuplicatesTest extends CsrBuildFixture {
  @Test
  void mergesUnweightedDuplicates() {
    for (Duplicates policy : Duplicates.values()) {
      if (policy != Duplicates.KEEP) {
        assertRows(
            build(3, Options.merging(policy), pairs(0, 2, 0, 1, 0, 2, 1, 2, 0, 1, 0, 2)),
            offsets(0, 2, 3, 3),
            1,
            2,
            2);
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
                        MemorySegment.ofArray(new long[] {Long.MIN_VALUE, -1}), WeightType.INT64)));
    assertEquals("the sum of the weights of equal edges does not fit INT64", longs.getMessage());
  }

  @Test
  void carriesEveryBitOfLongWeights() {
    long[] weights = {Long.MAX_VALUE - 1, Long.MIN_VALUE};
    Csr graph =
        build(
            2,
            Options.PLAIN,
            weighted(MemorySegment.ofArray(weights), WeightType.INT64, ids(0, 1), ids(1, 0)));
    assertArrayEquals(weights, weightsOf(graph).toArray(JAVA_LONG));
  }
}
