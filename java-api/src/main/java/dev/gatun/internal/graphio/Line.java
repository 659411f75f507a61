package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import java.util.Arrays;

/// One line of text in a buffer, without its end. Re-used from line to line.
final class Line {
  private final String source;

  /// Where the line is.
  byte[] bytes = new byte[0];

  /// Index of its first byte.
  int from;

  /// Index after its last byte.
  int to;

  /// 1-based number.
  long number;

  /// Offset of the first byte in the input.
  long offset;

  Line(String source) {
    this.source = source;
  }

  /// The same line in memory of its own.
  Line copy() {
    Line copy = new Line(source);
    copy.bytes = Arrays.copyOfRange(bytes, from, to);
    copy.to = to - from;
    copy.number = number;
    copy.offset = offset;
    return copy;
  }

  /// Index of the first byte that is no blank.
  int start() {
    int p = from;
    while (p < to && isBlank(bytes[p])) {
      p++;
    }
    return p;
  }

  /// Whether there is nothing to read on the line: it is empty, or begins with `#` or `%`.
  boolean isIgnored() {
    int p = start();
    return p == to || bytes[p] == '#' || bytes[p] == '%';
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /// What to throw when `expected` should stand where bytes `start` to `end` do.
  InputFormatException unexpected(String expected, int start, int end) {
    String found =
        start < end
            ? Excerpt.of(bytes, start, end)
            : start < to ? "nothing" : "the end of the line";
    return error("expected " + expected + ", found " + found, start);
  }

  /// What to throw because of what stands at `at`.
  InputFormatException error(String problem, int at) {
    return new InputFormatException(source, number, at - from + 1L, offset + at - from, problem);
  }
}
