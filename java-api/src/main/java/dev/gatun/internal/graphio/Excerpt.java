package dev.gatun.internal.graphio;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// A piece of input as an error message shows it: short, on one line, nothing that could upset a
/// terminal.
final class Excerpt {
  private static final int MOST_CHARS = 40;

  private Excerpt() {}

  /// Quoted text of bytes `from` to `to`. Bytes that are not UTF-8 or not printable are written
  /// `\xNN`.
  static String of(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder("\"");
    int at = from;
    while (at < to && text.length() <= MOST_CHARS) {
      int length = character(bytes, at, to, text);
      at += length;
    }
    return text.append(at < to ? "…\"" : "\"").toString();
  }

  /// Appends what stands at `at`.
  ///
  /// @return its length in bytes
  private static int character(byte[] bytes, int at, int to, StringBuilder text) {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(2);
    int lead = bytes[at] & 0xff;
    int length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    ByteBuffer encoded = ByteBuffer.wrap(bytes, at, Math.min(length, to - at));
    CoderResult result = utf8.decode(encoded, chars, true);
    chars.flip();
    if (result.isError() || !isPrintable(Character.codePointAt(chars, 0))) {
      int hidden = result.isError() ? 1 : length;
      for (int i = 0; i < hidden; i++) {
        text.append(String.format("\\x%02x", bytes[at + i]));
      }
      return hidden;
    }
    text.append(chars);
    return length;
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
