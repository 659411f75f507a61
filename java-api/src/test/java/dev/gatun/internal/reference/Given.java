package dev.gatun.internal.reference;

import dev.gatun.Engine;
import dev.gatun.RunOptions;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.Csr;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Small graphs for the tests, on the heap, made without the code under test.
final class Given {
  private Given() {}

  static Execution execution() {
    return Execution.begin("test", RunOptions.defaults().engine(Engine.JAVA));
  }

  /// Edges `{source, target}`, in any order.
  static Csr directed(int vertices, int[]... edges) {
    double[][] weighted =
        Arrays.stream(edges).map(e -> new double[] {e[0], e[1], 1}).toArray(double[][]::new);
    return weighted(vertices, WeightType.NONE, weighted);
  }

  /// Edges `{source, target}` in both directions.
  static Csr undirected(int vertices, int[]... edges) {
    int[][] both = Arrays.copyOf(edges, 2 * edges.length);
    for (int i = 0; i < edges.length; i++) {
      both[edges.length + i] = new int[] {edges[i][1], edges[i][0]};
    }
    return directed(vertices, both);
  }

  /// Edges `{source, target, weight}`, in any order.
  static Csr weighted(int vertices, WeightType type, double[]... edges) {
    double[][] sorted = edges.clone();
    Arrays.sort(
        sorted, Comparator.<double[]>comparingDouble(e -> e[0]).thenComparingDouble(e -> e[1]));
    long[] offsets = new long[vertices + 1];
    int[] neighbours = new int[sorted.length];
    double[] weights = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      offsets[(int) sorted[i][0] + 1]++;
      neighbours[i] = (int) sorted[i][1];
      weights[i] = sorted[i][2];
    }
    Arrays.parallelPrefix(offsets, Long::sum);
    return csr(offsets, neighbours, weights(type, weights), type);
  }

  /// With weights whose values no double holds.
  static Csr withWeights(Csr graph, long... weights) {
    return new Csr(
        graph.vertices(),
        graph.entries(),
        graph.offsets(),
        graph.neighbours(),
        MemorySegment.ofArray(weights),
        WeightType.INT64,
        graph.sorted());
  }

  static Csr csr(
      long[] offsets, int[] neighbours, @Nullable MemorySegment weights, WeightType type) {
    return new Csr(
        offsets.length - 1,
        neighbours.length,
        MemorySegment.ofArray(offsets),
        MemorySegment.ofArray(neighbours),
        weights,
        type,
        true);
  }

  static @Nullable MemorySegment weights(WeightType type, double... values) {
    return switch (type) {
      case NONE -> null;
      case INT32 -> MemorySegment.ofArray(Arrays.stream(values).mapToInt(w -> (int) w).toArray());
      case INT64 -> MemorySegment.ofArray(Arrays.stream(values).mapToLong(w -> (long) w).toArray());
      case FLOAT32 -> {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
          floats[i] = (float) values[i];
        }
        yield MemorySegment.ofArray(floats);
      }
      case FLOAT64 -> MemorySegment.ofArray(values.clone());
    };
  }

  /// A path 0 -> 1 -> 2 ...
  static Csr path(int vertices) {
    long[] offsets = new long[vertices + 1];
    int[] neighbours = new int[vertices - 1];
    for (int v = 0; v < vertices - 1; v++) {
      offsets[v + 1] = v + 1L;
      neighbours[v] = v + 1;
    }
    offsets[vertices] = vertices - 1L;
    return csr(offsets, neighbours, null, WeightType.NONE);
  }

  static int[] edge(int source, int target) {
    return new int[] {source, target};
  }

  static double[] edge(int source, int target, double weight) {
    return new double[] {source, target, weight};
  }
}
