package dev.gatun.internal.schema;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.InputFormatException;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.kernel.CsvUtf8;
import dev.gatun.internal.kernel.SqlScan;
import dev.gatun.internal.kernel.SqlScan.Open;
import java.lang.foreign.MemorySegment;

/// The text of one file as it was read, and what to say of places in it.
///
/// @param name the file
/// @param from its first byte in the segment
/// @param to behind its last
record SourceText(String name, SqlScan sql, MemorySegment segment, long from, long to) {
  private static final int MARK = 3;

  /// Whether it begins with the byte order mark of UTF-8.
  private boolean hasMark() {
    return to - from >= MARK && isMark(0xEF, 0xBB) && byteAt(from + 2) == 0xBF;
  }

  private boolean isMark(int first, int second) {
    return to - from >= 2 && byteAt(from) == first && byteAt(from + 1) == second;
  }

  private int byteAt(long position) {
    return segment.get(JAVA_BYTE, position) & 0xFF;
  }

  /// Where the text begins, behind a byte order mark.
  long afterMark() {
    return from + (hasMark() ? MARK : 0);
  }

  static boolean isLineEnd(byte c) {
    return c == '\n' || c == '\r';
  }

  void requireUtf8(Counted<CsvUtf8> utf8) {
    utf8.tally().begin(to - from);
    long wrong = utf8.kernel().firstInvalid(segment, from, to);
    utf8.tally().end(to - from, to - from);
    if (wrong == to) {
      return;
    }
    boolean utf16 = isMark(0xFF, 0xFE) || isMark(0xFE, 0xFF);
    throw at(
        wrong,
        utf16
            ? "the file is UTF-16; only UTF-8 is taken, convert it first"
            : "not UTF-8: byte 0x%02X at offset %d".formatted(byteAt(wrong), wrong - from));
  }

  /// What to throw for a comment or quote that is not closed.
  InputFormatException leftOpen(Open open, SqlScan.Scanner scanner) {
    StringBuilder problem =
        new StringBuilder(Grammar.describe(open))
            .append(" that begins here is not closed at the end of the file");
    if (scanner.depth() > 1) {
      problem.append(", %d are open inside each other".formatted(scanner.depth()));
    }
    long suspect = scanner.firstLong();
    if (Grammar.isQuote(open) && suspect < scanner.begin()) {
      problem.append(
          "; the first one that goes over a line end begins at line %d, column %d"
              .formatted(line(suspect), column(suspect)));
    }
    return at(scanner.begin(), problem.toString());
  }

  InputFormatException at(long position, String problem) {
    return new InputFormatException(
        name, line(position), column(position), position - from, problem);
  }

  private long line(long position) {
    return 1 + sql.lines(segment, from, position).ends();
  }

  /// In bytes; a byte order mark does not count.
  private long column(long position) {
    long begin = position;
    long first = afterMark();
    while (begin > first && !isLineEnd(segment.get(JAVA_BYTE, begin - 1))) {
      begin--;
    }
    return position - begin + 1;
  }
}
