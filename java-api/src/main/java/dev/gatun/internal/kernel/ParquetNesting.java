package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;

/// Kernel `parquet_nesting`: from repetition and definition levels to Arrow's validity bitmaps and
/// list offsets (Melnik et al., "Dremel", 2010). Levels are a byte each. `rep` may be
/// [MemorySegment#NULL] when nothing is repeated: all zero.
///
/// An entry of the levels is a slot of a node when `rep <= slotRep` and `def >= slotDef`. Levels
/// and what they are compared with are 0 .. 255; `n` is below 2^31. Buffers are checked against
/// their sizes: [IndexOutOfBoundsException]. Contract: `gatun/parquet_nesting.h`.
public interface ParquetNesting {
  /// Levels that make up whole records.
  ///
  /// @param records records begun (entries with `rep == 0`), at most `want`
  /// @param entries entries before the record `want + 1` begins, or `n`
  record Records(long records, long entries) {}

  /// Finds where record `want + 1` begins.
  Records records(MemorySegment rep, long from, long n, long want);

  /// Appends a bit for each slot among `n` entries: 1 where `def >= validDef`. Bits behind the last
  /// one, up to the end of its byte, become 0.
  ///
  /// @return slots in the low 32 bits, ones among them in the high 32 bits
  long validity(
      MemorySegment def,
      MemorySegment rep,
      long from,
      long n,
      int slotRep,
      int slotDef,
      int validDef,
      MemorySegment bitmap,
      long bitOffset);

  /// Writes the list offset of each slot among `n` entries, from `out` element `index` on: `base`
  /// plus the elements begun before the slot. An element is an entry with `rep <= slotRep + 1` and
  /// `def >= elementDef`. One more offset than slots is written: the end of the last list.
  ///
  /// @return slots in the low 32 bits, elements in the high 32 bits
  /// @throws DecodeException if an offset does not fit 32 bits
  long offsets(
      MemorySegment def,
      MemorySegment rep,
      long from,
      long n,
      int slotRep,
      int slotDef,
      int elementDef,
      MemorySegment out,
      long index,
      int base);
}
