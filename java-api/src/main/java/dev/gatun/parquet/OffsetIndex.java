package dev.gatun.parquet;

import java.util.List;

/// Where the data pages of a column chunk lie.
///
/// @param pages in file order
public record OffsetIndex(List<PageLocation> pages) {
  public OffsetIndex {
    pages = List.copyOf(pages);
  }

  /// A data page.
  ///
  /// @param offset from the start of the file
  /// @param compressedSize bytes, header included
  /// @param firstRow its first row, counted from the first of the row group
  public record PageLocation(long offset, int compressedSize, long firstRow) {}
}
