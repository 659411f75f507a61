package dev.gatun.csv;

import org.jspecify.annotations.Nullable;

/// Something wrong with one record.
///
/// @param file name of the input
/// @param line physical line the record begins on, from 1; lines inside quotes and those left out
///     count
/// @param record number of the record among those of its file, from 1; a header does not count,
///     rejected records do
/// @param column number of the column, from 1; of a record with a wrong number of cells, 0
/// @param columnName name of the column, null when there is none
/// @param byteOffset the byte that is wrong, of a value where the cell begins, of a whole record
///     where that begins; from the start of the text: decompressed, as UTF-8, without a byte order
///     mark
/// @param kind what it is
/// @param text the cell, or the record when none is meant, cut off if it is long
/// @param reason what was expected, for people
public record CsvProblem(
    String file,
    long line,
    long record,
    int column,
    @Nullable String columnName,
    long byteOffset,
    Kind kind,
    String text,
    String reason)
    implements java.io.Serializable {

  /// What can be wrong.
  public enum Kind {
    /// A record has fewer cells than the first.
    TOO_FEW_FIELDS,
    /// A record has more cells than the first.
    TOO_MANY_FIELDS,
    /// Something lies between a closing quote and the next delimiter or line end.
    TEXT_AFTER_QUOTE,
    /// A quote inside a cell that does not begin with one, where the dialect has none.
    STRAY_QUOTE,
    /// The input ends inside quotes.
    UNCLOSED_QUOTE,
    /// Bytes that are not UTF-8.
    INVALID_UTF8,
    /// A cell is no value of its column's type.
    BAD_VALUE,
    /// A record is longer than the dialect allows.
    RECORD_TOO_LONG,
    /// The columns of another file of the same scan, or of the schema asked for, are not these.
    OTHER_COLUMNS
  }

  /// One line: file, place, what is wrong, the text.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(file);
    if (line > 0) {
      out.append(": line ").append(line);
      if (record > 0) {
        out.append(", record ").append(record);
      }
      if (column > 0) {
        out.append(", column ").append(column);
        if (columnName != null) {
          out.append(" (").append(columnName).append(')');
        }
      }
      out.append(", byte ").append(byteOffset);
    }
    out.append(": ").append(reason);
    if (kind == Kind.BAD_VALUE || !text.isEmpty()) {
      out.append(kind == Kind.BAD_VALUE ? ", found \"" : ": \"").append(text).append('"');
    }
    return out.toString();
  }
}
