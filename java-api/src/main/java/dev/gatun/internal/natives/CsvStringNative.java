package dev.gatun.internal.natives;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.bindings.generated.gatun_csv_strings;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvString;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// [CsvString] by `gatun_csv_string_*`.
public final class CsvStringNative implements CsvString {
  @Override
  public Strings open(CsvRules rules, Nulls nulls) {
    return new NativeStrings(rules, nulls);
  }

  private static final class NativeStrings implements Strings {
    private final CsvColumn column;
    private final int nulls;
    private final MemorySegment strings = gatun_csv_strings.allocate(Arena.ofAuto());

    NativeStrings(CsvRules rules, Nulls nulls) {
      this.column = new CsvColumn(rules);
      this.nulls = nulls.ordinal();
    }

    @Override
    public int measure(CsvCells cells, int index, MemorySegment offsets, MemorySegment validity) {
      Objects.checkFromToIndex(0, (cells.rows() + 1L) * Integer.BYTES, offsets.byteSize());
      CsvColumn.checkBitmap(validity, cells.rows());
      column.point(cells, index, null);
      int status =
          gatun_h.gatun_csv_string_measure(
              column.cells(), nulls, offsets, validity, strings, column.error());
      check(status);
      return (int) gatun_csv_strings.nulls(strings);
    }

    @Override
    public void copy(CsvCells cells, int index, MemorySegment offsets, MemorySegment bytes) {
      CsvColumn.checkValues(bytes, offsets.getAtIndex(JAVA_INT, cells.rows()));
      column.point(cells, index, null);
      check(gatun_h.gatun_csv_string_copy(column.cells(), strings, offsets, bytes, column.error()));
    }

    private void check(int status) {
      if (status != 0) {
        throw NativeErrors.decoding("csv_string", status, column.error());
      }
    }
  }
}
