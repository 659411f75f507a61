package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The columns of a line: text between separators, without the blanks around it, or text between
/// quotes, where two quotes stand for one. A quoted field ends on its line. Re-used from line to
/// line.
final class Fields {
  private static final int FIRST_ROOM = 4;

  private Line line = new Line("", new byte[0], 0, 0);
  private int count;

  /// Contents of field i: `bytes[i]` from `from[i]` to `to[i]`.
  private byte[][] bytes = new byte[FIRST_ROOM][];

  private int[] from = new int[FIRST_ROOM];
  private int[] to = new int[FIRST_ROOM];

  /// Where field i is in the line, quotes included.
  private int[] start = new int[FIRST_ROOM];

  private int[] end = new int[FIRST_ROOM];

  /// Finds the first columns of a line.
  ///
  /// @param most columns to look for
  void split(Line text, Separator separator, int most) {
    line = text;
    count = 0;
    int p = text.start();
    while (count < most) {
      p = skipPadding(separator, p);
      p = p < text.end() && text.bytes[p] == '"' ? quoted(separator, p) : plain(separator, p);
      if (separator.isBlanks()) {
        p = skipPadding(separator, p);
      }
      if (p == text.end()) {
        return;
      }
      if (!separator.isBlanks()) {
        p++;
      }
    }
  }

  private int skipPadding(Separator separator, int p) {
    while (p < line.end() && separator.pads(line.bytes[p])) {
      p++;
    }
    return p;
  }

  private int plain(Separator separator, int p) {
    int stop = p;
    while (stop < line.end() && !separator.separates(line.bytes[stop])) {
      stop++;
    }
    int last = stop;
    while (last > p && separator.pads(line.bytes[last - 1])) {
      last--;
    }
    add(line.bytes, p, last, p, last);
    return stop;
  }

  private int quoted(Separator separator, int open) {
    int close = closingQuote(open);
    byte[] text = line.bytes;
    int first = open + 1;
    int last = close;
    if (hasQuote(first, last)) {
      text = unescape(first, last);
      first = 0;
      last = text.length;
    }
    add(text, first, last, open, close + 1);
    int p = close + 1;
    while (p < line.end() && separator.pads(line.bytes[p]) && !separator.separates(line.bytes[p])) {
      p++;
    }
    if (p < line.end() && !separator.separates(line.bytes[p])) {
      throw line.unexpected("a separator after the closing quote", p, line.end());
    }
    return p;
  }

  private int closingQuote(int open) {
    for (int p = open + 1; p < line.end(); p++) {
      if (line.bytes[p] == '"') {
        if (p + 1 == line.end() || line.bytes[p + 1] != '"') {
          return p;
        }
        p++;
      }
    }
    throw line.unexpected("a closing quote on the same line", open, line.end());
  }

  private boolean hasQuote(int first, int last) {
    for (int p = first; p < last; p++) {
      if (line.bytes[p] == '"') {
        return true;
      }
    }
    return false;
  }

  private byte[] unescape(int first, int last) {
    byte[] text = new byte[last - first];
    int length = 0;
    for (int p = first; p < last; p++) {
      text[length++] = line.bytes[p];
      if (line.bytes[p] == '"') {
        p++;
      }
    }
    return Arrays.copyOf(text, length);
  }

  private void add(byte[] text, int first, int last, int lineStart, int lineEnd) {
    if (count == from.length) {
      bytes = Arrays.copyOf(bytes, 2 * count);
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      start = Arrays.copyOf(start, 2 * count);
      end = Arrays.copyOf(end, 2 * count);
    }
    bytes[count] = text;
    from[count] = first;
    to[count] = last;
    start[count] = lineStart;
    end[count] = lineEnd;
    count++;
  }

  /// Columns found.
  int count() {
    return count;
  }

  byte[] bytes(int i) {
    return bytes[i];
  }

  int from(int i) {
    return from[i];
  }

  int to(int i) {
    return to[i];
  }

  boolean isEmpty(int i) {
    return from[i] == to[i];
  }

  /// Whether column i is there and is a decimal number.
  boolean isNumber(int i) {
    return i < count && Numbers.isDecimal(bytes[i], from[i], to[i]);
  }

  String text(int i) {
    return new String(bytes[i], from[i], to[i] - from[i], StandardCharsets.UTF_8);
  }

  /// What to throw when column i is not `expected`.
  InputFormatException unexpected(String expected, int i) {
    return line.unexpected(expected, start[i], end[i]);
  }

  /// What to throw because of the byte at `at` of the contents of column i.
  InputFormatException error(String problem, int i, int at) {
    boolean inPlace = bytes[i] == line.bytes;
    return line.error(problem, inPlace ? at : start[i]);
  }
}
