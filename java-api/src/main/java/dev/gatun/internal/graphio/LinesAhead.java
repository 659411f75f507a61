package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.InputFormatException;
import dev.gatun.internal.csv.read.BlockScan;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// The first lines of a text, looked at before its blocks are read.
final class LinesAhead {
  private final BlockScan text;
  private final ByteSource source;

  /// Bytes and lines of what is ahead that were looked at.
  private long at;

  private long lines;

  /// @param source what the text is in
  LinesAhead(BlockScan text, ByteSource source) {
    this.text = text;
    this.source = source;
  }

  /// The next line; null at the end of the text.
  @Nullable Line next() {
    source.checkpoint();
    long end = at;
    while (true) {
      MemorySegment ahead = text.ahead();
      end = lineEnd(ahead, end);
      boolean complete = end + 1 < ahead.byteSize();
      if (end - at >= ReadOptions.MAX_LINE) {
        throw Line.tooLong(text.name(), text.line() + lines, text.offset() + at);
      }
      if (complete || !text.lookFurther()) {
        break;
      }
    }
    MemorySegment ahead = text.ahead();
    if (at == ahead.byteSize()) {
      return null;
    }
    Line line =
        new Line(
            text.name(),
            ahead.asSlice(at, end - at).toArray(JAVA_BYTE),
            text.line() + lines,
            text.offset() + at);
    at = afterLine(ahead, end);
    lines++;
    return line;
  }

  /// The next line that is no comment and not empty; null at the end of the text.
  ///
  /// @param most bytes to look at at most
  @Nullable Line nextOf(long most) {
    Line line = next();
    while (line != null && line.isIgnored()) {
      line = at < most ? next() : null;
    }
    return line;
  }

  private static long lineEnd(MemorySegment ahead, long from) {
    long end = from;
    while (end < ahead.byteSize() && !Line.isLineEnd(ahead.get(JAVA_BYTE, end))) {
      end++;
    }
    return end;
  }

  private static long afterLine(MemorySegment ahead, long end) {
    if (end == ahead.byteSize()) {
      return end;
    }
    boolean two =
        ahead.get(JAVA_BYTE, end) == '\r'
            && end + 1 < ahead.byteSize()
            && ahead.get(JAVA_BYTE, end + 1) == '\n';
    return two ? end + 2 : end + 1;
  }

  /// The next line, passed over; null at the end of the text.
  @Nullable Line take() {
    Line line = next();
    pass();
    return line;
  }

  /// What to throw because of what was passed over last.
  InputFormatException error(String problem) {
    return new InputFormatException(text.name(), text.line(), 0, text.offset(), problem);
  }

  /// Passes over all lines looked at.
  void pass() {
    text.pass(at, lines);
    at = 0;
    lines = 0;
  }

  /// Goes back to the first line that was not passed over.
  void back() {
    at = 0;
    lines = 0;
  }
}
