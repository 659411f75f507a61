package dev.gatun.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.graph.WeightType;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Reading and moving edge weights of any type.
public final class Weights {
  private Weights() {}

  /// The weight of an entry, 1 in an unweighted graph.
  public static double asDouble(Csr graph, long entry) {
    return switch (graph.weightType()) {
      case NONE -> 1;
      case INT32, INT64 -> asLong(graph, entry);
      case FLOAT32 -> segment(graph).getAtIndex(JAVA_FLOAT, entry);
      case FLOAT64 -> segment(graph).getAtIndex(JAVA_DOUBLE, entry);
    };
  }

  /// The weight of an entry of a graph without weights (then it is 1) or with integer ones.
  ///
  /// @throws IllegalArgumentException when the weights are floating point
  public static long asLong(Csr graph, long entry) {
    return switch (graph.weightType()) {
      case NONE -> 1;
      case INT32 -> segment(graph).getAtIndex(JAVA_INT, entry);
      case INT64 -> segment(graph).getAtIndex(JAVA_LONG, entry);
      case FLOAT32, FLOAT64 ->
          throw new IllegalArgumentException(graph.weightType() + " weights are no integers");
    };
  }

  /// The weight of an entry, as people write it.
  public static String asText(Csr graph, long entry) {
    return switch (graph.weightType()) {
      case NONE, INT32, INT64 -> Long.toString(asLong(graph, entry));
      case FLOAT32 -> Float.toString((float) asDouble(graph, entry));
      case FLOAT64 -> Double.toString(asDouble(graph, entry));
    };
  }

  /// Copies weight `index` of one array, bit by bit, to place `at` of another.
  public static void copy(
      WeightType type, MemorySegment from, long index, MemorySegment to, long at) {
    switch (type) {
      case NONE -> {}
      case INT32, FLOAT32 -> to.setAtIndex(JAVA_INT, at, from.getAtIndex(JAVA_INT, index));
      case INT64, FLOAT64 -> to.setAtIndex(JAVA_LONG, at, from.getAtIndex(JAVA_LONG, index));
    }
  }

  private static MemorySegment segment(Csr graph) {
    return Objects.requireNonNull(graph.weights(), "weights of a weighted graph");
  }
}
