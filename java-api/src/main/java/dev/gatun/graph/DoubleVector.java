package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;

/// One double per vertex, off the heap, owned by the result it came from: after that is closed
/// every access is an [IllegalStateException].
public final class DoubleVector implements ResultVector {
  private final MemorySegment segment;
  private final int size;

  DoubleVector(MemorySegment segment) {
    this.segment = segment.asReadOnly();
    this.size = Math.toIntExact(segment.byteSize() / JAVA_DOUBLE.byteSize());
  }

  @Override
  public int size() {
    return size;
  }

  /// The value at an index.
  ///
  /// @throws IndexOutOfBoundsException outside 0 .. size - 1
  public double get(int index) {
    return segment.getAtIndex(JAVA_DOUBLE, index);
  }

  /// All values, copied.
  public double[] toArray() {
    return segment.toArray(JAVA_DOUBLE);
  }

  @Override
  public MemorySegment segment() {
    return segment;
  }
}
