package dev.gatun.parquet;

import dev.gatun.internal.parquet.meta.Footer;
import java.util.List;
import java.util.stream.IntStream;

/// A run of rows whose columns lie together. A view of the file's footer: parsed when asked.
public final class RowGroup {
  private final Footer footer;
  private final int index;

  RowGroup(Footer footer, int index) {
    this.footer = footer;
    this.index = index;
  }

  /// Number in the file, from 0.
  public int index() {
    return index;
  }

  /// Rows.
  public long rows() {
    return footer.rows(index);
  }

  /// Bytes of all columns before compression, as the writer has counted them.
  public long uncompressedSize() {
    return footer.totalByteSize(index);
  }

  /// Bytes of all columns in the file; -1 when the writer does not say.
  public long compressedSize() {
    return footer.compressedSize(index);
  }

  /// What its rows are sorted by; empty when the writer does not say.
  ///
  /// @throws ParquetFormatException when this part of the footer is broken
  public List<SortingColumn> sortingColumns() {
    return footer.sortingColumns(index);
  }

  /// A column, by its index among the columns of the schema.
  ///
  /// @throws ParquetFormatException when this part of the footer is broken
  /// @throws ParquetUnsupportedException when it is encrypted
  public ColumnChunk column(int column) {
    return footer.chunk(index, column);
  }

  /// What is known about the values of a column.
  ///
  /// @throws ParquetFormatException when this part of the footer is broken
  /// @throws ParquetUnsupportedException when it is encrypted
  public ColumnStatistics statistics(int column) {
    return footer.statistics(column, index, index + 1);
  }

  /// All columns. O(columns).
  public List<ColumnChunk> columns() {
    return IntStream.range(0, footer.schema().columns().size()).mapToObj(this::column).toList();
  }
}
