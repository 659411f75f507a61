package dev.gatun.graph;

import java.lang.foreign.MemorySegment;

/// Values of one type, off the heap, owned by the result they came from: after that is closed every
/// access is an [IllegalStateException].
public sealed interface ResultVector permits IntVector, LongVector, DoubleVector {
  /// Number of values.
  int size();

  /// The values themselves, read-only, in native byte order.
  MemorySegment segment();
}
