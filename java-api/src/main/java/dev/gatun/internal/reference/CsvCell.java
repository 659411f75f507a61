package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvRules;
import java.lang.foreign.MemorySegment;

/// One cell as the converters see it, pointed at cell after cell.
final class CsvCell {
  private final CsvRules rules;
  private MemorySegment text = MemorySegment.NULL;
  private long begin;
  private int size;
  private boolean quoted;

  CsvCell(CsvRules rules) {
    this.rules = rules;
  }

  /// Points at a cell.
  void point(CsvCells cells, int row, int column) {
    text = cells.text();
    begin = cells.start(row, column);
    size = cells.end(row, column) - (int) begin;
    quoted = size > 0 && rules.quote() != 0 && at(0) == rules.quote();
    if (quoted) {
      begin++;
      size -= 2;
    }
  }

  /// Bytes between the quotes, or of the whole cell.
  int size() {
    return size;
  }

  /// One of these bytes, 0 to 255.
  int at(int index) {
    return text.get(JAVA_BYTE, begin + index) & 0xff;
  }

  boolean quoted() {
    return quoted;
  }

  /// Whether it is one of the null tokens.
  boolean isNull() {
    for (byte[] token : rules.nulls()) {
      if (equalTo(token)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is a token, byte by byte.
  boolean equalTo(byte[] token) {
    if (token.length != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (at(i) != (token[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /// Copies the bytes from one index to another.
  void copy(int from, int to, MemorySegment target, long at) {
    MemorySegment.copy(text, begin + from, target, at, to - from);
  }

  /// The bytes, copied.
  byte[] bytes() {
    return text.asSlice(begin, size).toArray(JAVA_BYTE);
  }
}
