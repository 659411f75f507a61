package dev.gatun.parity;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Arrays off the heap, freed by the garbage collector.
final class OffHeap {
  private OffHeap() {}

  static MemorySegment copy(MemorySegment values) {
    return Arena.ofAuto().allocate(values.byteSize(), Long.BYTES).copyFrom(values);
  }

  static MemorySegment ints(int... values) {
    return copy(MemorySegment.ofArray(values));
  }

  static MemorySegment longs(long... values) {
    return copy(MemorySegment.ofArray(values));
  }
}
