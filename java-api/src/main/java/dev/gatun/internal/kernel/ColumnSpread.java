package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `column_spread`: moves dense values apart, in place, so that each lies at its slot and
/// the slots of nulls lie between them. Buffers are checked against their sizes:
/// [IndexOutOfBoundsException]; `present` against the bitmap: [IllegalArgumentException].
/// Contract: `gatun/column_spread.h`.
public interface ColumnSpread {
  /// Fixed-width values. `values` holds `present` values from element `first` on; after the call
  /// slot `i` of `n` is at element `first + i`, zero where bit `bitOffset + i` of `validity` is 0.
  ///
  /// @param width bytes of a value, 1 or more
  /// @param present ones among the `n` bits
  void fixed(
      MemorySegment values,
      long first,
      int width,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present);

  /// The same for values of one bit.
  void bits(
      MemorySegment values,
      long first,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present);

  /// Offsets of strings: `offsets` holds `present + 1` int32 from element `first` on; after the
  /// call there are `n + 1`, and a null slot is empty.
  void offsets(
      MemorySegment offsets,
      long first,
      MemorySegment validity,
      long bitOffset,
      long n,
      long present);
}
