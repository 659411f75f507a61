package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.internal.kernel.CsvIndex.Grammar;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Single cells as strings, for headers and messages.
final class Unquoted {
  private Unquoted() {}

  /// A cell without its quotes and escapes.
  static String of(MemorySegment text, int start, int end, Grammar grammar) {
    byte[] raw = text.asSlice(start, end - start).toArray(JAVA_BYTE);
    if (raw.length == 0 || grammar.quote() == 0 || raw[0] != grammar.quote()) {
      return new String(raw, StandardCharsets.UTF_8);
    }
    int escape = grammar.escape() == 0 ? grammar.quote() : grammar.escape();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 1; i < raw.length - 1; i++) {
      boolean escapes =
          raw[i] == escape
              && i + 1 < raw.length - 1
              && (raw[i + 1] == grammar.quote() || raw[i + 1] == escape);
      if (escapes) {
        i++;
      }
      out.write(raw[i]);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
