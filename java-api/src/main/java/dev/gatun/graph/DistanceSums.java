package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.CsrMsbfs;
import java.lang.foreign.MemorySegment;

/// Sums over distances, for sources or for vertices.
///
/// @param reached how many have a distance, the one it is about included
/// @param distances their sum
/// @param inverses sum of 1 / distance over all but the one it is about
public record DistanceSums(LongVector reached, LongVector distances, DoubleVector inverses) {
  /// Memory of so many sums.
  record Segments(MemorySegment reached, MemorySegment distances, MemorySegment inverses) {
    static Segments in(Region region, long count) {
      return new Segments(
          region.allocate(count, JAVA_LONG.byteSize()),
          region.allocate(count, JAVA_LONG.byteSize()),
          region.allocate(count, JAVA_DOUBLE.byteSize()));
    }

    CsrMsbfs.Sums toFill() {
      return new CsrMsbfs.Sums(reached, distances, inverses);
    }

    DistanceSums asVectors() {
      return new DistanceSums(
          new LongVector(reached), new LongVector(distances), new DoubleVector(inverses));
    }
  }
}
