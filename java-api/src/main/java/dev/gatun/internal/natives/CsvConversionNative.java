package dev.gatun.internal.natives;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// What all converters have in common: the cells go in, an outcome comes out.
abstract class CsvConversionNative implements CsvConverter {
  private final String kernel;
  private final int bits;
  private final CsvColumn column;

  /// @param bits of a value
  CsvConversionNative(String kernel, CsvRules rules, int bits) {
    this.kernel = kernel;
    this.bits = bits;
    this.column = new CsvColumn(rules);
  }

  /// Calls the kernel's function.
  ///
  /// @return its status
  abstract int call(CsvColumn args, MemorySegment values, MemorySegment validity);

  @Override
  public final Outcome convert(
      CsvCells cells,
      int index,
      MemorySegment values,
      MemorySegment validity,
      @Nullable MemorySegment misfits) {
    column.point(cells, index, misfits);
    CsvColumn.checkValues(values, ((long) cells.rows() * bits + 7) / Byte.SIZE);
    CsvColumn.checkBitmap(validity, cells.rows());
    return column.result(kernel, call(column, values, validity));
  }
}
