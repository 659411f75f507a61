package dev.gatun.parquet;

import dev.gatun.GatunException;
import org.jspecify.annotations.Nullable;

/// Something about a Parquet file, with the place. The message is one line: `FILE: row group R,
/// column C, page P, byte B: problem`, without the parts that are not known.
public abstract sealed class ParquetException extends GatunException
    permits ParquetFormatException, ParquetUnsupportedException {
  private static final long serialVersionUID = 1L;

  private final Place place;
  private final String problem;

  ParquetException(Place place, String problem) {
    super(place.describe() + problem, null);
    this.place = place;
    this.problem = problem;
  }

  /// Where in which file. A place grows more exact on the way out of the reader.
  ///
  /// @param file name of the input
  /// @param rowGroup number from 0, -1 when not known
  /// @param column dotted path, null when not known
  /// @param page number from 0 among the pages of the chunk, -1 when not known
  /// @param byteOffset from the start of the file, -1 when not known
  public record Place(String file, int rowGroup, @Nullable String column, int page, long byteOffset)
      implements java.io.Serializable {

    /// Nothing but the file.
    public static Place in(String file) {
      return new Place(file, -1, null, -1, -1);
    }

    /// In this row group.
    public Place rowGroup(int value) {
      return new Place(file, value, column, page, byteOffset);
    }

    /// In this column.
    public Place column(@Nullable String value) {
      return new Place(file, rowGroup, value, page, byteOffset);
    }

    /// In this page.
    public Place page(int value) {
      return new Place(file, rowGroup, column, value, byteOffset);
    }

    /// At this byte of the file.
    public Place at(long value) {
      return new Place(file, rowGroup, column, page, value);
    }

    private String describe() {
      StringBuilder text = new StringBuilder();
      if (rowGroup >= 0) {
        text.append(", row group ").append(rowGroup);
      }
      if (column != null) {
        text.append(", column ").append(column);
      }
      if (page >= 0) {
        text.append(", page ").append(page);
      }
      if (byteOffset >= 0) {
        text.append(", byte ").append(byteOffset);
      }
      return file + ": " + (text.isEmpty() ? "" : text.substring(2) + ": ");
    }
  }

  /// Where it is.
  public Place place() {
    return place;
  }

  /// The message without the place.
  public String problem() {
    return problem;
  }

  /// Name of the input.
  public String file() {
    return place.file();
  }

  /// Number of the row group from 0, -1 when not known.
  public int rowGroup() {
    return place.rowGroup();
  }

  /// Dotted path of the column, null when not known.
  public @Nullable String column() {
    return place.column();
  }

  /// Number of the page in its column chunk from 0, -1 when not known.
  public int page() {
    return place.page();
  }

  /// Offset from the start of the file, -1 when not known.
  public long byteOffset() {
    return place.byteOffset();
  }
}
