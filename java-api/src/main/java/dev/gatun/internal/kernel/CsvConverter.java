package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Turns the cells of a column into values of one type. Opened by a kernel's interface for certain
/// rules; for one thread at a time.
public interface CsvConverter {
  /// Converts cell `column` of every record.
  ///
  /// @param values one value a row from element 0 on, zero where the slot is null; room for
  ///     [CsvCells#SLACK] bytes more
  /// @param validity bit set where there is a value; `(rows + 63) / 64` words are written, bits
  ///     behind the last row are 0
  /// @param misfits bitmap whose bits are set where a cell does not convert, others stay; null when
  ///     nobody asks which
  /// @throws IndexOutOfBoundsException when a segment is too small
  Outcome convert(
      CsvCells cells,
      int column,
      MemorySegment values,
      MemorySegment validity,
      @Nullable MemorySegment misfits);

  /// What became of the cells.
  ///
  /// @param nulls null slots, misfits included
  /// @param misfits cells that are neither null nor a value of the type
  /// @param firstMisfit row of the first one, the number of rows when there is none
  record Outcome(int nulls, int misfits, int firstMisfit) {}
}
