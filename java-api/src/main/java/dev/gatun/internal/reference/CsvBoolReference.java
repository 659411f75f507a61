package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.CsvBool;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/// Token after token, true before false.
public final class CsvBoolReference implements CsvBool {
  @Override
  public CsvConverter open(CsvRules rules, List<byte[]> yes, List<byte[]> no) {
    return new Conversion(rules, CsvRules.tokens(yes), CsvRules.tokens(no));
  }

  private static final class Conversion extends CsvConversion {
    private final List<byte[]> yes;
    private final List<byte[]> no;

    Conversion(CsvRules rules, List<byte[]> yes, List<byte[]> no) {
      super(rules);
      this.yes = yes;
      this.no = no;
    }

    @Override
    void clear(MemorySegment values, int rows) {
      Objects.checkFromToIndex(0, Bits.bytes(rows) + CsvCells.SLACK, values.byteSize());
      values.asSlice(0, Bits.bytes(rows + 63L & -64L)).fill((byte) 0);
    }

    @Override
    boolean store(CsvCell cell, MemorySegment values, int row) {
      boolean value = isAny(cell, yes);
      if (value) {
        Bits.set(values, row, true);
      }
      return value || isAny(cell, no);
    }

    private static boolean isAny(CsvCell cell, List<byte[]> tokens) {
      for (byte[] token : tokens) {
        if (cell.equalTo(token)) {
          return true;
        }
      }
      return false;
    }
  }
}
