package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// Physical lines: they end at LF, CR LF or CR, quoted or not.
final class Lines {
  private Lines() {}

  /// Line ends in a range. A CR as its last byte counts, whatever follows.
  static long count(MemorySegment text, long from, long to) {
    long lines = 0;
    for (long at = from; at < to; at++) {
      byte b = text.get(JAVA_BYTE, at);
      if (b == '\n' || (b == '\r' && (at + 1 == to || text.get(JAVA_BYTE, at + 1) != '\n'))) {
        lines++;
      }
    }
    return lines;
  }

  /// Where the next line begins.
  ///
  /// @param last whether nothing follows `to`
  /// @return -1 when the line does not end before `to`, or it cannot be told whether it does
  static long next(MemorySegment text, long from, long to, boolean last) {
    for (long at = from; at < to; at++) {
      byte b = text.get(JAVA_BYTE, at);
      if (b == '\n') {
        return at + 1;
      }
      if (b == '\r') {
        if (at + 1 == to) {
          return last ? to : -1;
        }
        return text.get(JAVA_BYTE, at + 1) == '\n' ? at + 2 : at + 1;
      }
    }
    return last ? to : -1;
  }
}
