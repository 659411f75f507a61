package dev.gatun.parquet;

import dev.gatun.arrow.Schema;
import dev.gatun.internal.parquet.meta.Footer;
import dev.gatun.internal.parquet.schema.ReadNode;
import java.util.AbstractList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file's footer says. Checked as a whole when the file was opened; parts are parsed when
/// asked, and are valid until the file is closed. Thread-safe.
public final class ParquetMetadata {
  private final Footer footer;

  ParquetMetadata(Footer footer) {
    this.footer = footer;
  }

  /// Rows of the file.
  public long rows() {
    return footer.rows();
  }

  /// Columns and groups.
  public ParquetSchema schema() {
    return footer.schema();
  }

  /// The columns as they are read: Arrow fields, with the key-values of the file.
  public Schema arrowSchema() {
    return new Schema(footer.nodes().stream().map(ReadNode::field).toList(), keyValues());
  }

  /// How pages are compressed. O(column chunks).
  ///
  /// @throws ParquetFormatException when a column chunk is broken
  /// @throws ParquetUnsupportedException when one is encrypted
  public Set<Compression> compressions() {
    Set<Compression> all = EnumSet.noneOf(Compression.class);
    rowGroups().forEach(group -> group.columns().forEach(chunk -> all.add(chunk.compression())));
    return all;
  }

  /// How levels, dictionaries and values are encoded. O(column chunks).
  ///
  /// @throws ParquetFormatException when a column chunk is broken
  /// @throws ParquetUnsupportedException when one is encrypted
  public Set<Encoding> encodings() {
    Set<Encoding> all = EnumSet.noneOf(Encoding.class);
    rowGroups().forEach(group -> group.columns().forEach(chunk -> all.addAll(chunk.encodings())));
    return all;
  }

  /// The row groups, in order. O(1): a view.
  public List<RowGroup> rowGroups() {
    return new RowGroups(footer);
  }

  private static final class RowGroups extends AbstractList<RowGroup> implements RandomAccess {
    private final Footer footer;

    RowGroups(Footer footer) {
      this.footer = footer;
    }

    @Override
    public RowGroup get(int index) {
      return new RowGroup(footer, Objects.checkIndex(index, size()));
    }

    @Override
    public int size() {
      return footer.rowGroups();
    }
  }

  /// What is known about the values of a column in all row groups. O(row groups).
  ///
  /// @throws ParquetFormatException when this part of the footer is broken
  /// @throws ParquetUnsupportedException when a chunk is encrypted
  public ColumnStatistics statistics(int column) {
    return footer.statistics(column, 0, footer.rowGroups());
  }

  /// What the writer calls itself, null when it does not say.
  public @Nullable String createdBy() {
    return footer.createdBy();
  }

  /// What the writer noted; of equal keys the last one.
  public Map<String, String> keyValues() {
    return footer.keyValues();
  }

  /// Number that the writer gave the format: 1 or 2.
  public int formatVersion() {
    return footer.version();
  }

  /// Bytes of the file.
  public long fileSize() {
    return footer.fileSize();
  }

  /// Bytes of the footer.
  public long footerSize() {
    return footer.size();
  }

  /// Bytes that were read of the file to get the footer.
  public long bytesRead() {
    return footer.bytesRead();
  }

  /// Whether some columns are encrypted.
  public boolean encrypted() {
    return footer.encrypted();
  }
}
