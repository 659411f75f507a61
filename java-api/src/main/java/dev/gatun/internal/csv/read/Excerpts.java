package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Pieces of a text for messages.
final class Excerpts {
  private static final int MOST_BYTES = 120;

  private Excerpts() {}

  /// A range on one line, cut off when it is long.
  static String of(MemorySegment text, long from, long to) {
    long end = Math.min(to, from + MOST_BYTES);
    byte[] bytes = text.asSlice(from, Math.max(0, end - from)).toArray(JAVA_BYTE);
    StringBuilder out = new StringBuilder();
    new String(bytes, StandardCharsets.UTF_8)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                  if (Character.isISOControl(c)) {
                    out.append("\\u%04x".formatted(c));
                  } else {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return end < to ? out + "…" : out.toString();
  }
}
