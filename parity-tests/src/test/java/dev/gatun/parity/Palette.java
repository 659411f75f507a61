package dev.gatun.parity;

import dev.gatun.graph.WeightType;
import dev.gatun.support.Edges;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// A few weights that the edges of a graph share: few values make many ties.
///
/// @param values an array of the type, not empty; null when unweighted
record Palette(WeightType type, Object values) {
  private static final int MOST = 8;

  /// Puts a weight of this palette on every tuple.
  Edges paint(Edges edges) {
    return edges.withWeights(type, spread(edges.size()));
  }

  private Object spread(int count) {
    if (type == WeightType.NONE) {
      return null;
    }
    int length = java.lang.reflect.Array.getLength(values);
    Object spread = java.lang.reflect.Array.newInstance(values.getClass().componentType(), count);
    for (int i = 0; i < count; i++) {
      // Multiplicative hashing: neighbouring tuples get unrelated weights.
      int chosen = (int) ((i * 0x9E3779B97F4A7C15L) >>> 33) % length;
      System.arraycopy(values, chosen, spread, i, 1);
    }
    return spread;
  }

  /// Any weights whatever, unweighted included.
  static Arbitrary<Palette> any() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Palette(WeightType.NONE, null)),
        of(
            WeightType.INT32,
            Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.integers().between(-3, 3)),
                    Tuple.of(1, Arbitraries.integers()))
                .array(int[].class)),
        of(
            WeightType.INT64,
            Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.longs().between(-3, 3)),
                    Tuple.of(1, Arbitraries.longs()))
                .array(long[].class)),
        of(
            WeightType.FLOAT32,
            Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.of(-0f, 0f, 0.1f, -0.1f, 0.25f, 1e10f)),
                    Tuple.of(
                        1,
                        Arbitraries.of(
                            Float.NaN,
                            Float.POSITIVE_INFINITY,
                            Float.NEGATIVE_INFINITY,
                            Float.MIN_VALUE,
                            -Float.MAX_VALUE)),
                    Tuple.of(2, Arbitraries.floats()))
                .array(float[].class)),
        of(
            WeightType.FLOAT64,
            Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.of(-0d, 0d, 0.1, -0.1, 0.25, 1e17)),
                    Tuple.of(
                        1,
                        Arbitraries.of(
                            Double.NaN,
                            Double.POSITIVE_INFINITY,
                            Double.NEGATIVE_INFINITY,
                            Double.MIN_VALUE,
                            -Double.MAX_VALUE)),
                    Tuple.of(2, Arbitraries.doubles()))
                .array(double[].class)));
  }

  /// Weights that shortest paths allow, unweighted included: nothing below 0, no NaN.
  static Arbitrary<Palette> lengths() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Palette(WeightType.NONE, null)),
        of(
            WeightType.INT32,
            Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.integers().between(0, 3)),
                    Tuple.of(3, Arbitraries.integers().between(0, 1000)),
                    Tuple.of(1, Arbitraries.of(Integer.MAX_VALUE, Integer.MAX_VALUE - 1)))
                .array(int[].class)),
        of(
            WeightType.INT64,
            Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.longs().between(0, 3)),
                    Tuple.of(3, Arbitraries.longs().between(0, 1L << 40)),
                    Tuple.of(
                        1, Arbitraries.of(Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE / 2)))
                .array(long[].class)),
        of(
            WeightType.FLOAT32,
            Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.of(-0f, 0f, 0.1f, 0.2f, 0.3f, 1f)),
                    Tuple.of(3, Arbitraries.floats().between(0, 1000)),
                    Tuple.of(
                        1,
                        Arbitraries.of(Float.MIN_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY)))
                .array(float[].class)),
        of(
            WeightType.FLOAT64,
            Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.of(-0d, 0d, 0.1, 0.2, 0.3, 1d)),
                    Tuple.of(3, Arbitraries.doubles().between(0, 1000)),
                    Tuple.of(
                        1,
                        Arbitraries.of(
                            Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY)))
                .array(double[].class)));
  }

  /// Weights that PageRank can share ranks by without leaving the normal range of doubles.
  static Arbitrary<Palette> shares() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Palette(WeightType.NONE, null)),
        of(WeightType.INT32, Arbitraries.integers().between(0, 100).array(int[].class)),
        of(WeightType.INT64, Arbitraries.longs().between(0, 1L << 40).array(long[].class)),
        of(WeightType.FLOAT32, Arbitraries.of(0f, 0.001f, 0.1f, 3f, 1e6f).array(float[].class)),
        of(WeightType.FLOAT64, Arbitraries.of(0, 0.001, 0.1, 3.0, 1e6).array(double[].class)));
  }

  private static Arbitrary<Palette> of(
      WeightType type, net.jqwik.api.arbitraries.ArrayArbitrary<?, ?> values) {
    return values.ofMinSize(1).ofMaxSize(MOST).map(array -> new Palette(type, array));
  }
}
