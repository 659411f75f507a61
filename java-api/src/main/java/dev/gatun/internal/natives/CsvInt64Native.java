package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvInt64;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;

/// [CsvInt64] by the function of `gatun/csv_int64.h`.
public final class CsvInt64Native implements CsvInt64 {
  @Override
  public CsvConverter open(CsvRules rules, boolean canonical) {
    int flags = canonical ? gatun_h.GATUN_CSV_INT64_CANONICAL() : 0;
    return new CsvConversionNative("csv_int64", rules, Long.SIZE) {
      @Override
      int call(CsvColumn args, MemorySegment values, MemorySegment validity) {
        return gatun_h.gatun_csv_int64_convert(
            args.cells(), flags, values, validity, args.outcome(), args.error());
      }
    };
  }
}
