package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.internal.kernel.Messages;
import java.lang.foreign.MemorySegment;

/// Where a search begins.
final class Sources {
  private Sources() {}

  /// The ids in a segment of int32.
  ///
  /// @throws IllegalArgumentException naming the first that is outside 0 .. vertices - 1
  static int[] checked(MemorySegment segment, int vertices) {
    int[] sources = segment.toArray(JAVA_INT);
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] < 0 || sources[i] >= vertices) {
        throw new IllegalArgumentException(Messages.source(i, sources[i], vertices));
      }
    }
    return sources;
  }
}
