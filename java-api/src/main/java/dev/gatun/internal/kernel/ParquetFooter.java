package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Kernel `parquet_footer`: checks the structure of a footer (the Thrift struct FileMetaData in the
/// compact protocol) in one pass and notes where its parts lie, so that they can be parsed when
/// somebody asks for them. Contract: `gatun/parquet_footer.h`.
public interface ParquetFooter {
  /// Bytes of a row group's entry.
  int ROW_GROUP_BYTES = 64;

  /// Rows, int64.
  long ROWS = 0;

  /// Bytes of all its columns before compression, int64.
  long TOTAL_BYTE_SIZE = 8;

  /// Bytes of all its columns in the file, int64; -1 when not given.
  long COMPRESSED_SIZE = 16;

  /// File offset of its first page, int64; -1 when not given.
  long FILE_OFFSET = 24;

  /// Index of its first column chunk among those of all row groups, int64.
  long FIRST_CHUNK = 32;

  /// Number of its column chunks, int32.
  long CHUNK_COUNT = 40;

  /// Footer offset behind its last column chunk, int32.
  long CHUNKS_END = 44;

  /// Footer offset of the list of sorting columns, int32; 0 when not given.
  long SORTING = 48;

  /// Its own number in the file, int32; -1 when not given.
  long ORDINAL = 52;

  /// Footer offset where it begins, int64.
  long START = 56;

  /// Bytes of a column chunk's entry: its footer offset, an int32.
  int CHUNK_BYTES = 4;

  /// Layouts of the entries.
  ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

  /// Where the parts are: offsets from the first byte of the footer, 0 for what is not there.
  ///
  /// @param schema list of schema elements
  /// @param rowGroups number of row groups, which may be more than there was room for
  /// @param chunks number of column chunks, which may be more than there was room for
  /// @param keyValues list of key-value pairs
  /// @param createdBy text
  /// @param columnOrders list of column orders
  /// @param encrypted whether some columns are encrypted
  /// @param length bytes of the struct; what follows is no part of it
  record Summary(
      int version,
      long rows,
      int schema,
      int rowGroups,
      int chunks,
      int keyValues,
      int createdBy,
      int columnOrders,
      boolean encrypted,
      int length) {}

  /// Goes through the first `size` bytes of `footer`, at most 2^31 - 1. Entries that do not fit
  /// `rowGroups` or `chunks` are counted and not written.
  ///
  /// @throws DecodeException when they are no footer
  Summary index(MemorySegment footer, long size, MemorySegment rowGroups, MemorySegment chunks);
}
