package dev.gatun.internal.parquet.filter;

import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Buffers that an array of a type must have.
final class Buffers {
  private Buffers() {}

  static MemorySegment values(ArrayData array) {
    return Objects.requireNonNull(array.values(), "values");
  }

  static MemorySegment offsets(ArrayData array) {
    return Objects.requireNonNull(array.offsets(), "offsets");
  }
}
