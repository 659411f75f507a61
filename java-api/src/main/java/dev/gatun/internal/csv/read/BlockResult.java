package dev.gatun.internal.csv.read;

import dev.gatun.csv.CsvProblem;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ArrayHead;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a block.
///
/// @param columns in the order they are handed out; empty when there are no rows, or none was asked
///     for
/// @param rows that are left
/// @param rejects records left out, in order
/// @param failure what ends the scan behind these rows
/// @param kept rows that were not rejected; null when all were kept
/// @param bytes of text
record BlockResult(
    List<ArrayData> columns,
    int rows,
    List<CsvProblem> rejects,
    @Nullable CsvProblem failure,
    @Nullable Selection kept,
    long bytes) {

  /// With other columns of as many rows.
  BlockResult with(List<ArrayData> others) {
    return new BlockResult(others, rows, rejects, failure, kept, bytes);
  }

  /// At most so many rows of it.
  BlockResult head(long most) {
    if (most >= rows) {
      return this;
    }
    int count = (int) most;
    List<ArrayData> first = columns.stream().map(array -> ArrayHead.of(array, count)).toList();
    return new BlockResult(first, count, rejects, failure, kept, bytes);
  }
}
