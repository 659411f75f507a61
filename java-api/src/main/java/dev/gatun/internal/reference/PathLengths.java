package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.Weights;
import java.lang.foreign.MemorySegment;

/// The lengths of paths found so far, by vertex, as 64-bit patterns that compare like the lengths:
/// an integer is itself, a double stands for its bits, which ascend with it from +0 on.
final class PathLengths {
  private final Csr graph;
  private final MemorySegment lengths;
  private final boolean integer;
  private final long unreached;
  private boolean overflowed;

  /// @param lengths n int64 or n doubles, as the weights are; all become unreached
  PathLengths(Csr graph, MemorySegment lengths, Pace pace) {
    this.graph = graph;
    this.lengths = lengths;
    this.integer = graph.weightType().isInteger();
    this.unreached =
        integer ? Long.MAX_VALUE : Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    for (int v = 0; v < graph.vertices(); v++) {
      set(v, unreached);
      pace.step(0);
    }
  }

  long get(int v) {
    return lengths.getAtIndex(JAVA_LONG, v);
  }

  void set(int v, long length) {
    lengths.setAtIndex(JAVA_LONG, v, length);
  }

  boolean isReached(int v) {
    return get(v) != unreached;
  }

  /// The length of a path of some length and one more edge. One that does not fit is no path.
  long plus(long length, long entry) {
    if (!integer) {
      return Double.doubleToRawLongBits(
          Double.longBitsToDouble(length) + Weights.asDouble(graph, entry));
    }
    long sum = length + Weights.asLong(graph, entry);
    if (sum < 0 || sum == unreached) {
      overflowed = true;
      return unreached;
    }
    return sum;
  }

  /// Whether an integer length did not fit.
  boolean overflowed() {
    return overflowed;
  }
}
