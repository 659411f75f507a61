package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/// One int per vertex, off the heap, owned by the result it came from: after that is closed every
/// access is an [IllegalStateException].
public final class IntVector implements ResultVector {
  private final MemorySegment segment;
  private final int size;

  IntVector(MemorySegment segment) {
    this.segment = segment.asReadOnly();
    this.size = Math.toIntExact(segment.byteSize() / JAVA_INT.byteSize());
  }

  @Override
  public int size() {
    return size;
  }

  /// The value at an index.
  ///
  /// @throws IndexOutOfBoundsException outside 0 .. size - 1
  public int get(int index) {
    return segment.getAtIndex(JAVA_INT, index);
  }

  /// All values, copied.
  public int[] toArray() {
    return segment.toArray(JAVA_INT);
  }

  @Override
  public MemorySegment segment() {
    return segment;
  }
}
