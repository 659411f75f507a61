package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// What all converters have in common: row after row, nulls and misfits.
abstract class CsvConversion implements CsvConverter {
  private final CsvCell cell;

  CsvConversion(CsvRules rules) {
    this.cell = new CsvCell(rules);
  }

  /// Stores the value of a cell that is not null at slot `row`.
  ///
  /// @return false when the cell is no value of the type; nothing is stored then
  abstract boolean store(CsvCell cell, MemorySegment values, int row);

  /// Makes room for the values of `rows` slots, all zero.
  abstract void clear(MemorySegment values, int rows);

  @Override
  public final Outcome convert(
      CsvCells cells,
      int column,
      MemorySegment values,
      MemorySegment validity,
      @Nullable MemorySegment misfits) {
    int rows = cells.rows();
    clear(values, rows);
    validity.asSlice(0, (rows + 63L) / 64 * Long.BYTES).fill((byte) 0);
    int valid = 0;
    int wrong = 0;
    int first = rows;
    for (int row = 0; row < rows; row++) {
      cell.point(cells, row, column);
      if (cell.isNull()) {
        continue;
      }
      if (store(cell, values, row)) {
        set(validity, row);
        valid++;
        continue;
      }
      if (misfits != null) {
        set(misfits, row);
      }
      if (wrong++ == 0) {
        first = row;
      }
    }
    return new Outcome(rows - valid, wrong, first);
  }

  private static void set(MemorySegment bitmap, int row) {
    long at = row / 64L * Long.BYTES;
    bitmap.set(JAVA_LONG_UNALIGNED, at, bitmap.get(JAVA_LONG_UNALIGNED, at) | 1L << row);
  }
}
