package dev.gatun.internal.csv.detect;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatun.internal.kernel.CsvCells;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The lines at the beginning of a text that its dialect is found out from.
final class Sample {
  private static final int MOST_BYTES = 128 << 10;
  private static final int MOST_LINES = 1000;

  /// Long lines make a sample larger, to have so many of them.
  private static final int LEAST_LINES = 20;

  private static final int MOST_BYTES_OF_LONG_LINES = 1 << 20;

  private final MemorySegment memory;
  private final byte[] bytes;
  private final boolean[] present = new boolean[1 << Byte.SIZE];
  private final boolean whole;

  /// @param last whether the text ends at `to`
  Sample(MemorySegment text, long from, long to, boolean last, Arena arena) {
    long most = Math.min(to - from, MOST_BYTES_OF_LONG_LINES);
    byte[] beginning = text.asSlice(from, most).toArray(JAVA_BYTE);
    bytes = Arrays.copyOf(beginning, size(beginning, last && most == to - from));
    whole = last && bytes.length == to - from;
    memory = arena.allocate(bytes.length + 2L * CsvCells.SLACK);
    MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, CsvCells.SLACK, bytes.length);
    for (byte value : bytes) {
      present[value & 0xff] = true;
    }
  }

  /// Up to the last line end, where there is one.
  private static int size(byte[] text, boolean whole) {
    int end = 0; // of the last whole line
    int lines = 0;
    for (int i = 0; i < text.length; i++) {
      if (lines == MOST_LINES || (i >= MOST_BYTES && lines >= LEAST_LINES)) {
        return end;
      }
      if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.length || text[i + 1] != '\n'))) {
        lines++;
        end = i + 1;
      }
    }
    return whole || end == 0 ? text.length : end;
  }

  /// Off the heap, from [#from] to [#to], with slack around.
  MemorySegment memory() {
    return memory;
  }

  long from() {
    return CsvCells.SLACK;
  }

  long to() {
    return from() + bytes.length;
  }

  int size() {
    return bytes.length;
  }

  /// Whether this is all of the text.
  boolean isWhole() {
    return whole;
  }

  /// Whether the character is anywhere in it.
  boolean has(char character) {
    return present[character & 0xff];
  }

  /// Bytes from one position in [#memory] to another, each as a character: what is looked for is
  /// ASCII.
  String text(int start, int end) {
    return new String(bytes, start - CsvCells.SLACK, end - start, ISO_8859_1);
  }
}
