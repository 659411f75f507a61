package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvBool;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [CsvBool] by the function of `gatun/csv_bool.h`.
public final class CsvBoolNative implements CsvBool {
  @Override
  public CsvConverter open(CsvRules rules, List<byte[]> yes, List<byte[]> no) {
    CsvColumn args = new CsvColumn(rules);
    return new Converter(args, args.tokens(CsvRules.tokens(yes)), args.tokens(CsvRules.tokens(no)));
  }

  private record Converter(CsvColumn args, MemorySegment yes, MemorySegment no)
      implements CsvConverter {
    @Override
    public Outcome convert(
        CsvCells cells,
        int column,
        MemorySegment values,
        MemorySegment validity,
        @Nullable MemorySegment misfits) {
      CsvColumn.checkValues(values, (cells.rows() + 7) / 8, 1);
      CsvColumn.checkBitmap(validity, cells.rows());
      args.point(cells, column, misfits);
      int status =
          gatun_h.gatun_csv_bool_convert(
              args.cells(),
              yes,
              yes.byteSize(),
              no,
              no.byteSize(),
              values,
              validity,
              args.outcome(),
              args.error());
      return args.result("csv_bool", status);
    }
  }
}
