package dev.gatun.graph;

import dev.gatun.internal.kernel.CsrBuild;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Makes tuples of memory that was given, once its sizes and alignment are known to be right.
final class EdgeTuples {
  private EdgeTuples() {}

  /// Sources and targets in turn in one segment.
  ///
  /// @throws IllegalArgumentException when the last pair is not whole or memory is not aligned
  static CsrBuild.Tuples interleaved(
      MemorySegment pairs, @Nullable MemorySegment weights, WeightType type) {
    long count = count("pairs", pairs, 2 * Integer.BYTES, Integer.BYTES);
    MemorySegment target = count == 0 ? pairs : pairs.asSlice(Integer.BYTES);
    return new CsrBuild.Tuples(pairs, target, 2, count, weights, type);
  }

  /// Sources and targets each in a segment of their own.
  ///
  /// @throws IllegalArgumentException when sizes differ or memory is not aligned for its type
  static CsrBuild.Tuples separate(
      MemorySegment source,
      MemorySegment target,
      @Nullable MemorySegment weights,
      WeightType type) {
    long count = count("source", source, Integer.BYTES, Integer.BYTES);
    requireSame(count, "target", count("target", target, Integer.BYTES, Integer.BYTES));
    if (weights != null) {
      requireSame(count, "weights", count("weights", weights, type.bytes(), type.bytes()));
    }
    return new CsrBuild.Tuples(source, target, 1, count, weights, type);
  }

  private static long count(String what, MemorySegment memory, int bytes, int alignment) {
    if (memory.byteSize() % bytes != 0) {
      throw new IllegalArgumentException(
          what + " has " + memory.byteSize() + " bytes, not a multiple of " + bytes);
    }
    if (memory.byteSize() > 0 && memory.maxByteAlignment() < alignment) {
      throw new IllegalArgumentException(what + " is not aligned to " + alignment + " bytes");
    }
    return memory.byteSize() / bytes;
  }

  private static void requireSame(long expected, String what, long found) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "source has " + expected + " elements, " + what + " has " + found);
    }
  }
}
