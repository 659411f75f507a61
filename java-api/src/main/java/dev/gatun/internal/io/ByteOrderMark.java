package dev.gatun.internal.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The first bytes of a text that tell its encoding.
enum ByteOrderMark {
  // Before UTF-16LE, whose mark it begins with: no text begins with a NUL.
  UTF_32LE(StandardCharsets.UTF_32LE, 0xff, 0xfe, 0, 0),
  UTF_32BE(StandardCharsets.UTF_32BE, 0, 0, 0xfe, 0xff),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xff, 0xfe),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xfe, 0xff),
  UTF_8(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
  /// nothing, in an encoding that may have a mark or in another one
  NONE(StandardCharsets.UTF_8);

  /// Bytes of the longest one.
  static final int LONGEST = 4;

  private final Charset charset;
  private final int[] bytes;

  ByteOrderMark(Charset charset, int... bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  /// The mark that a text begins with.
  static ByteOrderMark of(Lookahead start) {
    ByteOrderMark mark = UTF_32LE;
    while (!start.startsWith(mark.bytes)) {
      mark = values()[mark.ordinal() + 1];
    }
    return mark;
  }

  /// The mark of an encoding.
  static ByteOrderMark of(Charset charset) {
    for (ByteOrderMark mark : values()) {
      if (mark.charset.equals(charset)) {
        return mark;
      }
    }
    return NONE;
  }

  /// The encoding it is of; UTF-8 for none.
  Charset charset() {
    return charset;
  }

  /// Whether a text begins with it.
  boolean begins(Lookahead start) {
    return start.startsWith(bytes);
  }

  /// Bytes it has.
  int size() {
    return bytes.length;
  }

  /// Whether no text in another encoding that may have a mark begins so.
  boolean isUnmistakable() {
    return size() > 0 && bytes[0] >= 0xfe;
  }
}
