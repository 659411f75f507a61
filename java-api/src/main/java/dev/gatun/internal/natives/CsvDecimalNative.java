package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvDecimal;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;

/// [CsvDecimal] by the functions of `gatun/csv_decimal.h`.
public final class CsvDecimalNative implements CsvDecimal {
  private static final int BITS = 128;

  @Override
  public CsvConverter open(CsvRules rules, int precision, int scale) {
    return new CsvConversionNative("csv_decimal", rules, BITS) {
      @Override
      int call(CsvColumn args, MemorySegment values, MemorySegment validity) {
        return gatun_h.gatun_csv_decimal_convert(
            args.cells(), precision, scale, values, validity, args.outcome(), args.error());
      }
    };
  }
}
