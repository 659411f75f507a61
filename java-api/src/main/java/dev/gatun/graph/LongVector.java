package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/// One long per vertex, off the heap, owned by the result it came from: after that is closed every
/// access is an [IllegalStateException].
public final class LongVector implements ResultVector {
  private final MemorySegment segment;
  private final int size;

  LongVector(MemorySegment segment) {
    this.segment = segment.asReadOnly();
    this.size = Math.toIntExact(segment.byteSize() / JAVA_LONG.byteSize());
  }

  @Override
  public int size() {
    return size;
  }

  /// The value at an index.
  ///
  /// @throws IndexOutOfBoundsException outside 0 .. size - 1
  public long get(int index) {
    return segment.getAtIndex(JAVA_LONG, index);
  }

  /// All values, copied.
  public long[] toArray() {
    return segment.toArray(JAVA_LONG);
  }

  @Override
  public MemorySegment segment() {
    return segment;
  }
}
