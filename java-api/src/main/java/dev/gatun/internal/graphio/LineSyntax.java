package dev.gatun.internal.graphio;

import dev.gatun.graph.WeightType;

/// What lines of the usual form are made of, for loops that go through a window of whole lines
/// without looking for its end: [LineBuffer] has a line feed there.
final class LineSyntax {
  /// Numbers of so many digits fit a long, whatever the digits.
  private static final int SAFE_DIGITS = 18;

  private static final long[] POWERS = new long[SAFE_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private final byte separator;
  private final byte otherSeparator;
  private final byte padding;
  private final boolean strict;

  LineSyntax(TextLayout layout) {
    boolean blanks = layout.separator().isBlanks();
    this.separator = layout.separator().value();
    this.otherSeparator = blanks ? (byte) '\t' : separator;
    this.padding = blanks ? (byte) '\t' : (byte) ' ';
    this.strict = layout.strict();
  }

  boolean separates(byte b) {
    return b == separator || b == otherSeparator;
  }

  /// Index of the first byte from `at` on that does not pad a field.
  int skipPadding(byte[] bytes, int at) {
    int p = at;
    while (bytes[p] == ' ' || bytes[p] == padding) {
      p++;
    }
    return p;
  }

  /// Index after the last byte before `to` that does not pad a field.
  int trimPadding(byte[] bytes, int from, int to) {
    int p = to;
    while (p > from && (bytes[p - 1] == ' ' || bytes[p - 1] == padding)) {
      p--;
    }
    return p;
  }

  /// Index of the separator or line feed that ends the field at `at`.
  int endOfField(byte[] bytes, int at) {
    int p = at;
    while (!separates(bytes[p]) && bytes[p] != '\n') {
      p++;
    }
    return p;
  }

  /// Reads the weight after a separator: digits, and a fraction unless `type` is an integer type.
  ///
  /// @param at index of the separator
  /// @param weights takes the weight at `n`, as [EdgeBuffer#weights] has it
  /// @return index after the weight, -1 when it is not of this form
  int weight(byte[] bytes, int at, WeightType type, long[] weights, int n) {
    if (!separates(bytes[at])) {
      return -1;
    }
    int p = skipPadding(bytes, at + 1);
    return type.isInteger()
        ? integer(bytes, p, type, weights, n)
        : decimal(bytes, p, type, weights, n);
  }

  private static int integer(byte[] bytes, int at, WeightType type, long[] weights, int n) {
    int digits = Digits.count(bytes, at);
    if (digits == 0 || digits > SAFE_DIGITS) {
      return -1;
    }
    long value = Digits.value(bytes, at, digits);
    if (type == WeightType.INT32 && value > Integer.MAX_VALUE) {
      return -1;
    }
    weights[n] = value;
    return at + digits;
  }

  /// What needs more than one rounding is not of this form.
  private static int decimal(byte[] bytes, int at, WeightType type, long[] weights, int n) {
    int whole = Digits.count(bytes, at);
    if (whole == 0 || whole > SAFE_DIGITS) {
      return -1;
    }
    long value = Digits.value(bytes, at, whole);
    int p = at + whole;
    int places = 0;
    if (bytes[p] == '.') {
      places = Digits.count(bytes, p + 1);
      if (places == 0 || whole + places > SAFE_DIGITS || type == WeightType.FLOAT32) {
        return -1;
      }
      value = value * POWERS[places] + Digits.value(bytes, p + 1, places);
      p += 1 + places;
    }
    double weight = Numbers.exactQuotient(value, places);
    weights[n] = Double.doubleToRawLongBits(weight);
    return Double.isNaN(weight) ? -1 : p;
  }

  /// Passes what follows the last column that is read.
  ///
  /// @return index of the next line, -1 when something else comes before
  int nextLine(byte[] bytes, int at) {
    int p = skipPadding(bytes, at);
    if (bytes[p] == '\r') {
      p++;
    }
    if (bytes[p] != '\n') {
      if (strict || !separates(bytes[at])) {
        return -1;
      }
      while (bytes[p] != '\n') {
        p++;
      }
    }
    return p + 1;
  }
}
