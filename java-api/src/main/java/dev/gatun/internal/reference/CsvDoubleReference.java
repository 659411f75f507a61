package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvDouble;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.Locale;

/// The grammar, and `Double.parseDouble`, which rounds to the nearest, ties to even.
public final class CsvDoubleReference implements CsvDouble {
  private static final int LONGEST_WORD = "+infinity".length();

  @Override
  public CsvConverter open(CsvRules rules, boolean exactIntegers) {
    return new Conversion(rules, exactIntegers);
  }

  private static final class Conversion extends CsvConversion {
    private final CsvRules rules;
    private final boolean exactIntegers;

    Conversion(CsvRules rules, boolean exactIntegers) {
      super(rules);
      this.rules = rules;
      this.exactIntegers = exactIntegers;
    }

    @Override
    boolean store(CsvCell cell, MemorySegment values, int row) {
      CsvNumber number = CsvNumber.read(cell, rules);
      if (number == null) {
        return storeWord(cell, values, row);
      }
      if (exactIntegers && number.isInteger() && new BigInteger(number.text()).bitLength() > 63) {
        return false;
      }
      put(values, row, Double.parseDouble(number.text()));
      return true;
    }

    private static boolean storeWord(CsvCell cell, MemorySegment values, int row) {
      if (cell.size() < 3 || cell.size() > LONGEST_WORD) {
        return false;
      }
      String word = new String(cell.bytes(), ISO_8859_1).toLowerCase(Locale.ROOT);
      boolean negative = word.charAt(0) == '-';
      switch (negative || word.charAt(0) == '+' ? word.substring(1) : word) {
        case "inf", "infinity" ->
            put(values, row, negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        case "nan" -> put(values, row, Double.NaN);
        default -> {
          return false;
        }
      }
      return true;
    }

    private static void put(MemorySegment values, int row, double value) {
      values.set(JAVA_LONG_UNALIGNED, (long) row * Double.BYTES, Double.doubleToLongBits(value));
    }

    @Override
    void clear(MemorySegment values, int rows) {
      values.asSlice(0, (long) rows * Double.BYTES).fill((byte) 0);
    }
  }
}
