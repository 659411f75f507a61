package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Characters and words of SQL. Characters are bytes, or -1 for none.
final class SqlWords {
  private SqlWords() {}

  static boolean isBlank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// Whether a dollar quote's tag may have it.
  static boolean isInTag(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c >= 0x80;
  }

  static boolean isInWord(int c) {
    return isInTag(c) || c == '$';
  }

  /// Whether `text[at, to)` begins with the word COPY and has the words FROM STDIN with nothing but
  /// blanks between them.
  static boolean isCopyFromStdin(MemorySegment text, long at, long to) {
    if (at >= to || !word(text, at, to).equals("copy")) {
      return false;
    }
    String before = "";
    while (at < to) {
      String word = word(text, at, to);
      if (word.equals("stdin") && before.equals("from")) {
        return true;
      }
      if (!word.isEmpty()) {
        before = word;
        at = wordEnd(text, at, to);
      } else if (!isBlank(text.get(JAVA_BYTE, at++))) {
        before = "";
      }
    }
    return false;
  }

  private static long wordEnd(MemorySegment text, long at, long to) {
    while (at < to && isInWord(text.get(JAVA_BYTE, at) & 0xFF)) {
      at++;
    }
    return at;
  }

  /// The word that begins at a position, in small letters; empty where there is none.
  private static String word(MemorySegment text, long at, long to) {
    byte[] bytes = text.asSlice(at, wordEnd(text, at, to) - at).toArray(JAVA_BYTE);
    return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }
}
