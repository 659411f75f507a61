package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvTemporal;
import dev.gatun.internal.kernel.TemporalPattern;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// [CsvTemporal] in Java.
public final class CsvTemporalReference implements CsvTemporal {
  /// From the fields to the number; throws [ArithmeticException] when there is none.
  @FunctionalInterface
  private interface Number {
    long of(TemporalMoment moment);
  }

  @Override
  public CsvConverter date(CsvRules rules, @Nullable TemporalPattern pattern) {
    TemporalReader reader;
    if (pattern == null) {
      reader = new IsoTemporal(true, false, false, false);
    } else {
      pattern.requireDate();
      reader = new TemporalProgram(pattern.program());
    }
    return new Conversion(rules, reader, false, TemporalMoment::days);
  }

  @Override
  public CsvConverter time(CsvRules rules, TimeUnit unit, @Nullable TemporalPattern pattern) {
    TemporalReader reader;
    if (pattern == null) {
      reader = new IsoTemporal(false, true, false, false);
    } else {
      pattern.requireTime();
      reader = new TemporalProgram(pattern.program());
    }
    boolean wide = unit.compareTo(TimeUnit.MICROSECOND) >= 0;
    return new Conversion(rules, reader, wide, moment -> moment.units(unit));
  }

  @Override
  public CsvConverter timestamp(
      CsvRules rules, TimeUnit unit, Offsets offsets, @Nullable TemporalPattern pattern) {
    TemporalReader reader;
    if (pattern == null) {
      reader = new IsoTemporal(true, true, offsets != Offsets.NONE, offsets == Offsets.REQUIRED);
    } else {
      pattern.requireTimestamp(offsets);
      reader = new TemporalProgram(pattern.program());
    }
    return new Conversion(rules, reader, true, moment -> moment.units(unit));
  }

  private static final class Conversion extends CsvConversion {
    private final TemporalMoment moment = new TemporalMoment();
    private final TemporalReader reader;
    private final boolean wide;
    private final Number number;

    Conversion(CsvRules rules, TemporalReader reader, boolean wide, Number number) {
      super(rules);
      this.reader = reader;
      this.wide = wide;
      this.number = number;
    }

    @Override
    boolean store(CsvCell cell, MemorySegment values, int row) {
      moment.clear();
      TemporalText text = new TemporalText(cell);
      if (!reader.read(text, moment) || !text.done() || !moment.exists()) {
        return false;
      }
      long value;
      try {
        value = number.of(moment);
      } catch (ArithmeticException _) {
        return false;
      }
      if (wide) {
        values.set(JAVA_LONG_UNALIGNED, row * (long) Long.BYTES, value);
      } else {
        values.set(JAVA_INT_UNALIGNED, row * (long) Integer.BYTES, (int) value);
      }
      return true;
    }

    @Override
    void clear(MemorySegment values, int rows) {
      values.asSlice(0, (long) rows * (wide ? Long.BYTES : Integer.BYTES)).fill((byte) 0);
    }
  }
}
