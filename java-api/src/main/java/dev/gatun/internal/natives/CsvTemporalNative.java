package dev.gatun.internal.natives;

import dev.gatun.arrow.TimeUnit;
import dev.gatun.bindings.generated.gatun_csv_temporal;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvTemporal;
import dev.gatun.internal.kernel.TemporalPattern;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// [CsvTemporal] by `gatun_csv_temporal_convert`.
public final class CsvTemporalNative implements CsvTemporal {
  @Override
  public CsvConverter date(CsvRules rules, @Nullable TemporalPattern pattern) {
    if (pattern != null) {
      pattern.requireDate();
    }
    int kind = gatun_h.GATUN_CSV_DATE();
    return new Conversion(rules, kind, TimeUnit.SECOND, Offsets.NONE, pattern, Integer.SIZE);
  }

  @Override
  public CsvConverter time(CsvRules rules, TimeUnit unit, @Nullable TemporalPattern pattern) {
    if (pattern != null) {
      pattern.requireTime();
    }
    int kind = gatun_h.GATUN_CSV_TIME();
    int bits = unit.compareTo(TimeUnit.MICROSECOND) >= 0 ? Long.SIZE : Integer.SIZE;
    return new Conversion(rules, kind, unit, Offsets.NONE, pattern, bits);
  }

  @Override
  public CsvConverter timestamp(
      CsvRules rules, TimeUnit unit, Offsets offsets, @Nullable TemporalPattern pattern) {
    if (pattern != null) {
      pattern.requireTimestamp(offsets);
    }
    int kind = gatun_h.GATUN_CSV_TIMESTAMP();
    return new Conversion(rules, kind, unit, offsets, pattern, Long.SIZE);
  }

  private static final class Conversion extends CsvConversionNative {
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment type = gatun_csv_temporal.allocate(arena);

    Conversion(
        CsvRules rules,
        int kind,
        TimeUnit unit,
        Offsets offsets,
        @Nullable TemporalPattern pattern,
        int bits) {
      super("csv_temporal", rules, bits);
      byte[] program = pattern == null ? new byte[0] : pattern.program();
      gatun_csv_temporal.kind(type, kind);
      gatun_csv_temporal.unit(type, unit.ordinal());
      gatun_csv_temporal.offsets(type, offsets.ordinal());
      gatun_csv_temporal.program_bytes(type, program.length);
      gatun_csv_temporal.program(type, arena.allocateFrom(ValueLayout.JAVA_BYTE, program));
    }

    @Override
    int call(CsvColumn args, MemorySegment values, MemorySegment validity) {
      return gatun_h.gatun_csv_temporal_convert(
          args.cells(), type, values, validity, args.outcome(), args.error());
    }
  }
}
