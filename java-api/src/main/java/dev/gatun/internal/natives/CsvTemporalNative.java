package dev.gatun.internal.natives;

import dev.gatun.arrow.TimeUnit;
import dev.gatun.bindings.generated.gatun_csv_temporal;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvCells;
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
    return new Conversion(rules, kind, TimeUnit.SECOND, Offsets.NONE, pattern, Integer.BYTES);
  }

  @Override
  public CsvConverter time(CsvRules rules, TimeUnit unit, @Nullable TemporalPattern pattern) {
    if (pattern != null) {
      pattern.requireTime();
    }
    int kind = gatun_h.GATUN_CSV_TIME();
    int width = unit.compareTo(TimeUnit.MICROSECOND) >= 0 ? Long.BYTES : Integer.BYTES;
    return new Conversion(rules, kind, unit, Offsets.NONE, pattern, width);
  }

  @Override
  public CsvConverter timestamp(
      CsvRules rules, TimeUnit unit, Offsets offsets, @Nullable TemporalPattern pattern) {
    if (pattern != null) {
      pattern.requireTimestamp(offsets);
    }
    int kind = gatun_h.GATUN_CSV_TIMESTAMP();
    return new Conversion(rules, kind, unit, offsets, pattern, Long.BYTES);
  }

  private static final class Conversion implements CsvConverter {
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment type = gatun_csv_temporal.allocate(arena);
    private final CsvColumn column;
    private final int width;

    Conversion(
        CsvRules rules,
        int kind,
        TimeUnit unit,
        Offsets offsets,
        @Nullable TemporalPattern pattern,
        int width) {
      this.column = new CsvColumn(rules);
      this.width = width;
      byte[] program = pattern == null ? new byte[0] : pattern.program();
      gatun_csv_temporal.kind(type, kind);
      gatun_csv_temporal.unit(type, unit.ordinal());
      gatun_csv_temporal.offsets(type, offsets.ordinal());
      gatun_csv_temporal.program_bytes(type, program.length);
      gatun_csv_temporal.program(type, arena.allocateFrom(ValueLayout.JAVA_BYTE, program));
    }

    @Override
    public Outcome convert(
        CsvCells cells,
        int index,
        MemorySegment values,
        MemorySegment validity,
        @Nullable MemorySegment misfits) {
      column.point(cells, index, misfits);
      CsvColumn.checkValues(values, cells.rows(), width);
      CsvColumn.checkBitmap(validity, cells.rows());
      int status =
          gatun_h.gatun_csv_temporal_convert(
              column.cells(), type, values, validity, column.outcome(), column.error());
      return column.result("csv_temporal", status);
    }
  }
}
