package dev.gatun.internal.parquet.meta;

import dev.gatun.internal.kernel.ParquetFooter;
import java.lang.foreign.MemorySegment;

/// What the kernel has noted of a footer, entry by entry.
///
/// @param rowGroups entries of row groups
/// @param chunks offsets of column chunks
record FooterIndex(ParquetFooter.Summary summary, MemorySegment rowGroups, MemorySegment chunks) {

  /// A long of a row group's entry.
  ///
  /// @param field one of the offsets of [ParquetFooter]
  long longOf(int rowGroup, long field) {
    check(rowGroup);
    return rowGroups.get(
        ParquetFooter.LONG, (long) rowGroup * ParquetFooter.ROW_GROUP_BYTES + field);
  }

  /// An int of a row group's entry.
  ///
  /// @param field one of the offsets of [ParquetFooter]
  int intOf(int rowGroup, long field) {
    check(rowGroup);
    return rowGroups.get(
        ParquetFooter.INT, (long) rowGroup * ParquetFooter.ROW_GROUP_BYTES + field);
  }

  private void check(int rowGroup) {
    if (rowGroup < 0 || rowGroup >= summary.rowGroups()) {
      throw new IndexOutOfBoundsException(
          "row group " + rowGroup + " is outside 0.." + (summary.rowGroups() - 1));
    }
  }

  /// Footer offset of a column chunk.
  int chunkStart(int rowGroup, int column) {
    return chunk(longOf(rowGroup, ParquetFooter.FIRST_CHUNK) + column);
  }

  /// Footer offset behind a column chunk.
  int chunkEnd(int rowGroup, int column) {
    return column + 1 == intOf(rowGroup, ParquetFooter.CHUNK_COUNT)
        ? intOf(rowGroup, ParquetFooter.CHUNKS_END)
        : chunk(longOf(rowGroup, ParquetFooter.FIRST_CHUNK) + column + 1);
  }

  private int chunk(long entry) {
    return chunks.get(ParquetFooter.INT, entry * ParquetFooter.CHUNK_BYTES);
  }
}
