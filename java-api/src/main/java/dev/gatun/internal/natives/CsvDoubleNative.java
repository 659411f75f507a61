package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvDouble;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// [CsvDouble] by the functions of `gatun/csv_double.h`.
public final class CsvDoubleNative implements CsvDouble {
  @Override
  public CsvConverter open(CsvRules rules, boolean exactIntegers) {
    return new Conversion(rules, exactIntegers ? gatun_h.GATUN_CSV_DOUBLE_EXACT_INTEGERS() : 0);
  }

  private static final class Conversion implements CsvConverter {
    private final CsvColumn args;
    private final int flags;

    Conversion(CsvRules rules, int flags) {
      this.args = new CsvColumn(rules);
      this.flags = flags;
    }

    @Override
    public Outcome convert(
        CsvCells cells,
        int column,
        MemorySegment values,
        MemorySegment validity,
        @Nullable MemorySegment misfits) {
      CsvColumn.checkValues(values, cells.rows(), Double.BYTES);
      CsvColumn.checkBitmap(validity, cells.rows());
      args.point(cells, column, misfits);
      int status =
          gatun_h.gatun_csv_double_convert(
              args.cells(), flags, values, validity, args.outcome(), args.error());
      return args.result("csv_double", status);
    }
  }
}
