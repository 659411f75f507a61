package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvDouble;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;

/// [CsvDouble] by the functions of `gatun/csv_double.h`.
public final class CsvDoubleNative implements CsvDouble {
  @Override
  public CsvConverter open(CsvRules rules, boolean exactIntegers) {
    int flags = exactIntegers ? gatun_h.GATUN_CSV_DOUBLE_EXACT_INTEGERS() : 0;
    return new CsvConversionNative("csv_double", rules, Double.SIZE) {
      @Override
      int call(CsvColumn args, MemorySegment values, MemorySegment validity) {
        return gatun_h.gatun_csv_double_convert(
            args.cells(), flags, values, validity, args.outcome(), args.error());
      }
    };
  }
}
