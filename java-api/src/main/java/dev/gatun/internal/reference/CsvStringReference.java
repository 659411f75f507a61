package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvString;
import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;

/// Text cell by cell.
public final class CsvStringReference implements CsvString {
  @Override
  public Strings open(CsvRules rules, Nulls nulls) {
    return new JavaStrings(rules, nulls);
  }

  private static final class JavaStrings implements Strings {
    private static final int LONGEST_TOKEN = 255;

    private final CsvCell cell;
    private final CsvRules rules;
    private final Nulls nulls;

    JavaStrings(CsvRules rules, Nulls nulls) {
      this.cell = new CsvCell(rules);
      this.rules = rules;
      this.nulls = nulls;
    }

    @Override
    public int measure(CsvCells cells, int column, MemorySegment offsets, MemorySegment validity) {
      Objects.checkIndex(column, cells.width());
      int rows = cells.rows();
      validity.asSlice(0, (rows + 63L) / 64 * Long.BYTES).fill((byte) 0);
      offsets.set(JAVA_INT, 0, 0);
      int nullSlots = 0;
      long bytes = 0;
      for (int row = 0; row < rows; row++) {
        cell.point(cells, row, column);
        int size = cell.size() - dropped();
        if (isNull(size)) {
          nullSlots++;
        } else {
          bytes += size;
          long word = row / 64L * Long.BYTES;
          validity.set(
              JAVA_LONG_UNALIGNED, word, validity.get(JAVA_LONG_UNALIGNED, word) | 1L << row);
        }
        offsets.setAtIndex(JAVA_INT, row + 1L, (int) bytes);
      }
      if (bytes > Integer.MAX_VALUE) {
        throw new DecodeException(-1, "the strings of a column have 2^31 bytes or more");
      }
      return nullSlots;
    }

    @Override
    public void copy(CsvCells cells, int column, MemorySegment offsets, MemorySegment bytes) {
      Objects.checkIndex(column, cells.width());
      int to = offsets.getAtIndex(JAVA_INT, cells.rows());
      Objects.checkFromIndexSize(0, to + (long) CsvCells.SLACK, bytes.byteSize());
      for (int row = 0; row < cells.rows(); row++) {
        int at = offsets.getAtIndex(JAVA_INT, row);
        if (offsets.getAtIndex(JAVA_INT, row + 1L) > at) {
          cell.point(cells, row, column);
          copyValue(bytes, at);
        }
      }
    }

    private boolean isNull(int size) {
      if (nulls == Nulls.NONE || (nulls == Nulls.UNQUOTED && cell.quoted())) {
        return false;
      }
      if (size == cell.size()) {
        return cell.isNull();
      }
      if (size > LONGEST_TOKEN) {
        return false;
      }
      MemorySegment value = MemorySegment.ofArray(new byte[size]);
      copyValue(value, 0);
      byte[] bytes = (byte[]) value.heapBase().orElseThrow();
      return rules.nulls().stream().anyMatch(token -> Arrays.equals(token, bytes));
    }

    /// How many bytes of the cell are not part of its value.
    private int dropped() {
      int dropped = 0;
      for (int i = nextDropped(0); i < cell.size(); i = nextDropped(i + 2)) {
        dropped++;
      }
      return dropped;
    }

    private void copyValue(MemorySegment to, long at) {
      int from = 0;
      for (int i = nextDropped(0); i < cell.size(); i = nextDropped(i + 2)) {
        cell.copy(from, i, to, at);
        at += i - from;
        from = i + 1;
      }
      cell.copy(from, cell.size(), to, at);
    }

    /// The first escape before a quote or escape from an index on, the size when there is none.
    private int nextDropped(int from) {
      if (!cell.quoted()) {
        return cell.size();
      }
      for (int i = from; i < cell.size() - 1; i++) {
        if (cell.at(i) == rules.escape()
            && (cell.at(i + 1) == rules.quote() || cell.at(i + 1) == rules.escape())) {
          return i;
        }
      }
      return cell.size();
    }
  }
}
