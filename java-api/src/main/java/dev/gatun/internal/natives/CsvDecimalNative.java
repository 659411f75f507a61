package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvDecimal;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// [CsvDecimal] by the function of `gatun/csv_decimal.h`.
public final class CsvDecimalNative implements CsvDecimal {
  private static final int BYTES = 16;

  @Override
  public CsvConverter open(CsvRules rules, int precision, int scale) {
    return new Conversion(rules, precision, scale);
  }

  private static final class Conversion implements CsvConverter {
    private final CsvColumn args;
    private final int precision;
    private final int scale;

    Conversion(CsvRules rules, int precision, int scale) {
      this.args = new CsvColumn(rules);
      this.precision = precision;
      this.scale = scale;
    }

    @Override
    public Outcome convert(
        CsvCells cells,
        int column,
        MemorySegment values,
        MemorySegment validity,
        @Nullable MemorySegment misfits) {
      CsvColumn.checkValues(values, cells.rows(), BYTES);
      CsvColumn.checkBitmap(validity, cells.rows());
      args.point(cells, column, misfits);
      int status =
          gatun_h.gatun_csv_decimal_convert(
              args.cells(), precision, scale, values, validity, args.outcome(), args.error());
      return args.result("csv_decimal", status);
    }
  }
}
