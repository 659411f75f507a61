package dev.gatun.internal.graphio;

import java.util.Locale;

/// The first lines of a Matrix Market file: the banner, comments, and the size.
///
/// @param field what the entries hold
/// @param symmetric whether an entry stands for both directions
/// @param vertices rows, and columns
/// @param entries entries that follow
record MatrixMarketHeader(Field field, boolean symmetric, int vertices, long entries) {
  static final String BANNER = "%%MatrixMarket";

  /// Types of values.
  enum Field {
    PATTERN,
    INTEGER,
    REAL
  }

  private static final int WORDS = 5;

  /// Reads the header of a coordinate matrix that can be a graph.
  static MatrixMarketHeader read(LinesAhead in) {
    Fields words = new Fields();
    Line line = in.take();
    if (line == null) {
      throw in.error("expected " + BANNER + ", found an empty file");
    }
    words.split(line, Separator.BLANKS, WORDS + 1);
    expect(line, words, 0, BANNER.toLowerCase(Locale.ROOT));
    expect(line, words, 1, "matrix");
    expect(line, words, 2, "coordinate");
    Field field =
        Field.valueOf(
            expect(line, words, 3, "real", "integer", "pattern").toUpperCase(Locale.ROOT));
    boolean symmetric = expect(line, words, 4, "general", "symmetric").equals("symmetric");
    if (words.count() > WORDS) {
      throw words.unexpected("the end of the line", WORDS);
    }
    return size(in, field, symmetric);
  }

  private static String expect(Line line, Fields words, int i, String... choices) {
    String all = String.join(" or ", choices);
    if (i >= words.count()) {
      throw line.unexpected(all, line.end(), line.end());
    }
    String word = words.text(i).toLowerCase(Locale.ROOT);
    for (String choice : choices) {
      if (word.equals(choice)) {
        return word;
      }
    }
    boolean known =
        switch (word) {
          case "array", "complex", "hermitian", "skew-symmetric" -> true;
          default -> false;
        };
    throw words.unexpected(all + (known ? " (others are not supported)" : ""), i);
  }

  private static MatrixMarketHeader size(LinesAhead in, Field field, boolean symmetric) {
    Line line;
    do {
      line = in.take();
      if (line == null) {
        throw in.error("expected a line with the size, found the end of the file");
      }
    } while (line.isIgnored());
    Fields numbers = new Fields();
    numbers.split(line, Separator.BLANKS, 4);
    long rows = number(line, numbers, 0, "the number of rows", Integer.MAX_VALUE);
    long columns = number(line, numbers, 1, "the number of columns", Integer.MAX_VALUE);
    if (rows != columns) {
      throw line.error(
          "expected a square matrix, found " + rows + " rows and " + columns + " columns",
          line.start());
    }
    long most = symmetric ? rows * (rows + 1) / 2 : rows * rows;
    long entries = number(line, numbers, 2, "the number of entries", most);
    if (numbers.count() > 3) {
      throw numbers.unexpected("the end of the line", 3);
    }
    return new MatrixMarketHeader(field, symmetric, (int) rows, entries);
  }

  private static long number(Line line, Fields numbers, int i, String what, long most) {
    String expected = what + ", 0 to " + most;
    if (i >= numbers.count()) {
      throw line.unexpected(expected, line.end(), line.end());
    }
    byte[] bytes = numbers.bytes(i);
    int from = numbers.from(i);
    int to = numbers.to(i);
    if (Numbers.isLong(bytes, from, to)) {
      long value = Numbers.longValue(bytes, from, to);
      if (value >= 0 && value <= most) {
        return value;
      }
    }
    throw numbers.unexpected(expected, i);
  }
}
