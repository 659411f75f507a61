package dev.gatun.internal.graphio;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/// Tells text from anything else.
final class Utf8 {
  private Utf8() {}

  /// The first byte of a range that is a control character or does not belong to valid UTF-8, -1
  /// when there is none.
  static int firstInvalid(byte[] bytes, int from, int to) {
    for (int p = from; p < to; p++) {
      if (bytes[p] < 0) {
        return firstInvalidAfter(bytes, p, to);
      }
      if (bytes[p] < ' ' || bytes[p] == 0x7f) {
        return p;
      }
    }
    return -1;
  }

  private static int firstInvalidAfter(byte[] bytes, int from, int to) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer encoded = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer chars = CharBuffer.allocate(to - from);
    if (decoder.decode(encoded, chars, true).isError()) {
      return encoded.position();
    }
    for (int p = from; p < to; p++) {
      if ((bytes[p] >= 0 && bytes[p] < ' ') || bytes[p] == 0x7f) {
        return p;
      }
    }
    return -1;
  }
}
