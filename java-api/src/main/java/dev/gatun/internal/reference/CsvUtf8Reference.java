package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvUtf8;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// UTF-8 sequence by sequence (RFC 3629, section 4).
public final class CsvUtf8Reference implements CsvUtf8 {
  private static final long HIGH_BITS = 0x8080808080808080L;

  @Override
  public long firstInvalid(MemorySegment text, long from, long to) {
    Objects.checkFromToIndex(from, to, text.byteSize() - CsvCells.SLACK);
    long at = from;
    while (at < to) {
      if ((text.get(JAVA_LONG_UNALIGNED, at) & HIGH_BITS) == 0) {
        at += Long.BYTES;
        continue;
      }
      int size = sequence(text, at, to);
      if (size == 0) {
        return at;
      }
      at += size;
    }
    return to;
  }

  /// Bytes of the well-formed sequence at a position, 0 when there is none.
  private static int sequence(MemorySegment text, long at, long to) {
    int lead = unsigned(text, at);
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (to - at < size) {
      return 0;
    }
    // The second byte rules out overlong forms, surrogates and what is above U+10FFFF.
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    int second = unsigned(text, at + 1);
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < size; i++) {
      if ((unsigned(text, at + i) & 0xC0) != 0x80) {
        return 0;
      }
    }
    return size;
  }

  private static int unsigned(MemorySegment text, long at) {
    return text.get(JAVA_BYTE, at) & 0xFF;
  }
}
