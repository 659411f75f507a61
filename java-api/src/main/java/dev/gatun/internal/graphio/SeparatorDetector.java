package dev.gatun.internal.graphio;

/// Finds out what separates the columns of a line.
final class SeparatorDetector {
  private static final byte[] CANDIDATES = {',', ';', '|'};

  private final Line line;
  private final int from;
  private final int to;

  private SeparatorDetector(Line line) {
    this.line = line;
    int end = line.end();
    while (end > 0 && Line.isBlank(line.bytes[end - 1])) {
      end--;
    }
    this.from = line.start();
    this.to = end;
  }

  /// A tab, if there is one, unless the line is nothing but numbers with blanks of several kinds
  /// between them; else the most frequent of comma, semicolon and bar; else blanks. Quoted text
  /// does not count.
  ///
  /// @throws dev.gatun.InputFormatException when there is none of these
  static Separator detect(Line line) {
    return new SeparatorDetector(line).detect();
  }

  private Separator detect() {
    int tabs = count((byte) '\t');
    int spaces = count((byte) ' ');
    int numbers = numbersBetweenBlanks();
    boolean oneTabEach = spaces == 0 && tabs == numbers - 1;
    if (tabs > 0 && (numbers == 0 || oneTabEach)) {
      return Separator.TAB;
    }
    byte best = ' ';
    int most = 0;
    for (byte candidate : CANDIDATES) {
      int n = count(candidate);
      if (n > most) {
        best = candidate;
        most = n;
      }
    }
    if (most + spaces + tabs == 0) {
      throw line.unexpected(
          "two columns separated by a tab, comma, semicolon, bar or blanks", from, to);
    }
    return new Separator(best);
  }

  /// @return how many, 0 when anything else is on the line
  private int numbersBetweenBlanks() {
    int numbers = 0;
    int p = from;
    while (p < to) {
      int start = p;
      while (p < to && !Line.isBlank(line.bytes[p])) {
        p++;
      }
      if (!Numbers.isDecimal(line.bytes, start, p)) {
        return 0;
      }
      numbers++;
      while (p < to && Line.isBlank(line.bytes[p])) {
        p++;
      }
    }
    return numbers;
  }

  private int count(byte wanted) {
    int n = 0;
    boolean quoted = false;
    for (int p = from; p < to; p++) {
      if (line.bytes[p] == '"') {
        quoted = !quoted;
      } else if (!quoted && line.bytes[p] == wanted) {
        n++;
      }
    }
    return n;
  }
}
