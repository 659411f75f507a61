package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.InputFormatException;
import dev.gatun.internal.csv.read.Block;
import java.lang.foreign.MemorySegment;

/// One line of text, without its end.
final class Line {
  private final String source;

  /// All of it.
  final byte[] bytes;

  /// 1-based number.
  final long number;

  /// Offset of its first byte in the input.
  final long offset;

  Line(String source, byte[] bytes, long number, long offset) {
    this.source = source;
    this.bytes = bytes;
    this.number = number;
    this.offset = offset;
  }

  /// The line that a position of a block lies on.
  static Line around(String source, Block block, long position) {
    MemorySegment text = block.text();
    long from = position;
    while (from > block.from() && !isLineEnd(text.get(JAVA_BYTE, from - 1))) {
      from--;
    }
    long to = position;
    while (to < block.readTo() && !isLineEnd(text.get(JAVA_BYTE, to))) {
      to++;
    }
    return new Line(
        source,
        text.asSlice(from, to - from).toArray(JAVA_BYTE),
        block.line(from),
        block.offset(from));
  }

  static boolean isLineEnd(byte b) {
    return b == '\n' || b == '\r';
  }

  /// Index after its last byte.
  int end() {
    return bytes.length;
  }

  /// Index of the first byte that is no blank.
  int start() {
    int p = 0;
    while (p < bytes.length && isBlank(bytes[p])) {
      p++;
    }
    return p;
  }

  /// Whether there is nothing to read on the line: it is empty, or begins with `#` or `%`.
  boolean isIgnored() {
    int p = start();
    return p == bytes.length || bytes[p] == '#' || bytes[p] == '%';
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /// What to throw when `expected` should stand where bytes `start` to `end` do.
  InputFormatException unexpected(String expected, int start, int end) {
    String found =
        start < end
            ? Excerpt.of(bytes, start, end)
            : start < bytes.length ? "nothing" : "the end of the line";
    return error("expected " + expected + ", found " + found, start);
  }

  /// What to throw because of what stands at `at`.
  InputFormatException error(String problem, int at) {
    return new InputFormatException(source, number, at + 1L, offset + at, problem);
  }

  /// What to throw when a line is longer than [ReadOptions#MAX_LINE].
  static InputFormatException tooLong(String source, long number, long offset) {
    return new InputFormatException(
        source,
        number,
        0,
        offset,
        "expected a line of at most " + ReadOptions.MAX_LINE + " bytes, found a longer one");
  }
}
