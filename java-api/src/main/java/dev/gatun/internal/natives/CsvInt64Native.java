package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvInt64;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// [CsvInt64] by the function of `gatun/csv_int64.h`.
public final class CsvInt64Native implements CsvInt64 {
  @Override
  public CsvConverter open(CsvRules rules, boolean canonical) {
    int flags = canonical ? gatun_h.GATUN_CSV_INT64_CANONICAL() : 0;
    return new Converter(new CsvColumn(rules), flags);
  }

  private record Converter(CsvColumn args, int flags) implements CsvConverter {
    @Override
    public Outcome convert(
        CsvCells cells,
        int column,
        MemorySegment values,
        MemorySegment validity,
        @Nullable MemorySegment misfits) {
      CsvColumn.checkValues(values, cells.rows(), Long.BYTES);
      CsvColumn.checkBitmap(validity, cells.rows());
      args.point(cells, column, misfits);
      int status =
          gatun_h.gatun_csv_int64_convert(
              args.cells(), flags, values, validity, args.outcome(), args.error());
      return args.result("csv_int64", status);
    }
  }
}
