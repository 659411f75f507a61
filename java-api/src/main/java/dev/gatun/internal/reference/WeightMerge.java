package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.graph.Duplicates;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.Messages;
import dev.gatun.internal.kernel.Weights;
import java.lang.foreign.MemorySegment;

/// One weight made of those of equal edges.
final class WeightMerge {
  private WeightMerge() {}

  /// Merges the weight of entry `next` into that of entry `kept`.
  ///
  /// @throws ArithmeticException when an integer sum does not fit the type of the weights
  static void merge(Duplicates policy, Csr graph, long kept, long next) {
    MemorySegment weights = graph.weights();
    if (weights == null) {
      return;
    }
    try {
      switch (graph.weightType()) {
        case NONE -> {}
        case INT32 ->
            weights.setAtIndex(
                JAVA_INT, kept, Math.toIntExact(mergeLongs(policy, graph, kept, next)));
        case INT64 -> weights.setAtIndex(JAVA_LONG, kept, mergeLongs(policy, graph, kept, next));
        // The sum of two floats, rounded to double and then to float, is the float sum.
        case FLOAT32 ->
            weights.setAtIndex(JAVA_FLOAT, kept, (float) mergeDoubles(policy, graph, kept, next));
        case FLOAT64 ->
            weights.setAtIndex(JAVA_DOUBLE, kept, mergeDoubles(policy, graph, kept, next));
      }
    } catch (ArithmeticException e) {
      throw new ArithmeticException(Messages.weightOverflow(graph.weightType()));
    }
  }

  private static long mergeLongs(Duplicates policy, Csr graph, long kept, long next) {
    long a = Weights.asLong(graph, kept);
    long b = Weights.asLong(graph, next);
    return switch (policy) {
      case KEEP, FIRST -> a;
      case SUM -> Math.addExact(a, b);
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
    };
  }

  /// Java's min and max are the ones wanted: NaN wins, and -0 is less than +0.
  private static double mergeDoubles(Duplicates policy, Csr graph, long kept, long next) {
    double a = Weights.asDouble(graph, kept);
    double b = Weights.asDouble(graph, next);
    return switch (policy) {
      case KEEP, FIRST -> a;
      case SUM -> a + b;
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
    };
  }
}
