package dev.gatun.internal.graphio;

import java.nio.charset.StandardCharsets;

/// Numbers in a range of bytes, whatever the range contains.
final class Numbers {
  private Numbers() {}

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /// Whether the range is an optional sign and digits, and fits 64 bits.
  static boolean isLong(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int p = from < to && (negative || bytes[from] == '+') ? from + 1 : from;
    if (p == to) {
      return false;
    }
    long value = 0;
    for (; p < to; p++) {
      int digit = bytes[p] - '0';
      // Counted downwards, where there is room for one more.
      if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
        return false;
      }
      value = value * 10 - digit;
    }
    return negative || value != Long.MIN_VALUE;
  }

  /// The value of a range that [#isLong].
  static long longValue(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    long value = 0;
    for (int p = isDigit(bytes[from]) ? from : from + 1; p < to; p++) {
      value = value * 10 - (bytes[p] - '0');
    }
    return negative ? value : -value;
  }

  /// Whether the range is a decimal number such as `-1`, `.5`, `2.` or `1e-3`.
  static boolean isDecimal(byte[] bytes, int from, int to) {
    int p = afterSign(bytes, from, to);
    int whole = afterDigits(bytes, p, to);
    int digits = whole - p;
    p = whole;
    if (p < to && bytes[p] == '.') {
      int fraction = afterDigits(bytes, p + 1, to);
      digits += fraction - p - 1;
      p = fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (p < to && (bytes[p] == 'e' || bytes[p] == 'E')) {
      int exponent = afterSign(bytes, p + 1, to);
      p = afterDigits(bytes, exponent, to);
      return p > exponent && p == to;
    }
    return p == to;
  }

  private static int afterSign(byte[] bytes, int from, int to) {
    return from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
  }

  private static int afterDigits(byte[] bytes, int from, int to) {
    int p = from;
    while (p < to && isDigit(bytes[p])) {
      p++;
    }
    return p;
  }

  /// The value of a range that [#isDecimal], rounded once to `double`, or to `float` when `single`;
  /// infinite when it is too large.
  static double decimalValue(byte[] bytes, int from, int to, boolean single) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    return single ? Float.parseFloat(text) : Double.parseDouble(text);
  }
}
