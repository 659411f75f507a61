package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvBool;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// [CsvBool] by the function of `gatun/csv_bool.h`.
public final class CsvBoolNative implements CsvBool {
  @Override
  public CsvConverter open(CsvRules rules, List<byte[]> yes, List<byte[]> no) {
    return new Conversion(rules, CsvRules.tokens(yes), CsvRules.tokens(no));
  }

  private static final class Conversion extends CsvConversionNative {
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment yes;
    private final MemorySegment no;

    Conversion(CsvRules rules, List<byte[]> yes, List<byte[]> no) {
      super("csv_bool", rules, 1);
      this.yes = CsvColumn.tokens(yes, arena);
      this.no = CsvColumn.tokens(no, arena);
    }

    @Override
    int call(CsvColumn args, MemorySegment values, MemorySegment validity) {
      return gatun_h.gatun_csv_bool_convert(
          args.cells(),
          yes,
          yes.byteSize(),
          no,
          no.byteSize(),
          values,
          validity,
          args.outcome(),
          args.error());
    }
  }
}
