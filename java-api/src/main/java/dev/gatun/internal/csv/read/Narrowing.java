package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Types that are stored in fewer bits than they are converted in.
final class Narrowing {
  private Narrowing() {}

  /// Stores the 64-bit value at `row` in fewer bits.
  @FunctionalInterface
  private interface Store {
    /// @return false when it does not fit
    boolean store(MemorySegment wide, MemorySegment narrow, int row);
  }

  /// Integers of 8, 16 or 32 bits; what is out of range is a misfit.
  static CsvConverter integers(CsvConverter converter, int bits, boolean signed, Buffer scratch) {
    long least = signed ? -1L << bits - 1 : 0;
    long most = signed ? ~least : (1L << bits) - 1;
    return narrow(
        converter,
        scratch,
        (wide, narrow, row) -> {
          long value = wide.getAtIndex(JAVA_LONG, row);
          switch (bits) {
            case 8 -> narrow.set(JAVA_BYTE, row, (byte) value);
            case 16 -> narrow.setAtIndex(JAVA_SHORT, row, (short) value);
            default -> narrow.setAtIndex(JAVA_INT, row, (int) value);
          }
          return value >= least && value <= most;
        });
  }

  /// 32-bit floating-point numbers: the double nearest to the text, rounded.
  static CsvConverter floats(CsvConverter converter, Buffer scratch) {
    return narrow(
        converter,
        scratch,
        (wide, narrow, row) -> {
          narrow.setAtIndex(JAVA_FLOAT, row, (float) wide.getAtIndex(JAVA_DOUBLE, row));
          return true;
        });
  }

  private static CsvConverter narrow(CsvConverter converter, Buffer scratch, Store store) {
    return (cells, column, values, validity, misfits) -> {
      int rows = cells.rows();
      MemorySegment wide = scratch.ensure((long) rows * Long.BYTES + CsvCells.SLACK, 0);
      CsvConverter.Outcome outcome = converter.convert(cells, column, wide, validity, misfits);
      int wrong = 0;
      int first = rows;
      for (int row = 0; row < rows; row++) {
        if (!store.store(wide, values, row)) {
          if (wrong++ == 0) {
            first = row;
          }
          clear(validity, row);
          set(misfits, row);
        }
      }
      return new CsvConverter.Outcome(
          outcome.nulls() + wrong,
          outcome.misfits() + wrong,
          Math.min(outcome.firstMisfit(), first));
    };
  }

  private static void clear(MemorySegment bitmap, int row) {
    byte old = bitmap.get(JAVA_BYTE, row >> 3);
    bitmap.set(JAVA_BYTE, row >> 3, (byte) (old & ~(1 << (row & 7))));
  }

  private static void set(@Nullable MemorySegment bitmap, int row) {
    if (bitmap != null) {
      bitmap.set(JAVA_BYTE, row >> 3, (byte) (bitmap.get(JAVA_BYTE, row >> 3) | 1 << (row & 7)));
    }
  }
}
