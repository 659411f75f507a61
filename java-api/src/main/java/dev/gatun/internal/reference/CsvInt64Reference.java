package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvInt64;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Digit after digit. A number is summed up below zero, where one more fits.
public final class CsvInt64Reference implements CsvInt64 {
  @Override
  public CsvConverter open(CsvRules rules, boolean canonical) {
    return new Conversion(rules, canonical);
  }

  private static final class Conversion extends CsvConversion {
    private final int grouping;
    private final boolean canonical;

    Conversion(CsvRules rules, boolean canonical) {
      super(rules);
      this.grouping = rules.grouping();
      this.canonical = canonical;
    }

    @Override
    void clear(MemorySegment values, int rows) {
      long size = (long) rows * Long.BYTES;
      Objects.checkFromToIndex(0, size + CsvCells.SLACK, values.byteSize());
      values.asSlice(0, size).fill((byte) 0);
    }

    @Override
    boolean store(CsvCell cell, MemorySegment values, int row) {
      boolean negative = cell.size() > 0 && cell.at(0) == '-';
      int first = negative || cell.size() > 0 && cell.at(0) == '+' ? 1 : 0;
      if (first == cell.size() || canonical && !isCanonical(cell, first, negative)) {
        return false;
      }
      int grouped = digits(cell, first) < cell.size() && !canonical ? grouping : 0;
      if (grouped != 0 ? !isGrouped(cell, first) : digits(cell, first) < cell.size()) {
        return false;
      }
      long sum = 0;
      for (int i = first; i < cell.size(); i++) {
        int digit = cell.at(i) - '0';
        if (!isDigit(cell.at(i))) {
          continue;
        }
        if (sum < (Long.MIN_VALUE + digit) / 10) {
          return false;
        }
        sum = sum * 10 - digit;
      }
      if (!negative && sum == Long.MIN_VALUE) {
        return false;
      }
      values.set(JAVA_LONG_UNALIGNED, (long) row * Long.BYTES, negative ? sum : -sum);
      return true;
    }

    private static boolean isCanonical(CsvCell cell, int first, boolean negative) {
      boolean plus = first == 1 && !negative;
      boolean zero = cell.at(first) == '0';
      return !plus && !(zero && (negative || cell.size() - first > 1));
    }

    /// Where the digits end that begin at a character.
    private static int digits(CsvCell cell, int from) {
      int at = from;
      while (at < cell.size() && isDigit(cell.at(at))) {
        at++;
      }
      return at;
    }

    /// One to three digits, then groups of three.
    private boolean isGrouped(CsvCell cell, int first) {
      int at = digits(cell, first);
      if (at == first || at - first > 3) {
        return false;
      }
      while (at < cell.size()) {
        if (cell.at(at) != grouping || digits(cell, at + 1) != at + 4) {
          return false;
        }
        at += 4;
      }
      return true;
    }

    private static boolean isDigit(int character) {
      return character >= '0' && character <= '9';
    }
  }
}
