package dev.gatun.internal.graphio;

import dev.gatun.graph.WeightType;

/// The fast way through lines of the usual form: numbers in columns 0, 1 and perhaps 2, written without sign, quotes
/// or exponent. It stops before the first line of any other form, which [TextEdgeParser] then takes a closer look at,
/// and reports no error itself.
final class RegularLines {
  /// Numbers of so many digits fit a long, whatever the digits.
  private static final int SAFE_DIGITS = 18;

  private static final int ID_DIGITS = 19;
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
  private final long leastId;
  private final long mostId;

  /// Ids from `leastId`, not negative, to `mostId` are taken.
  RegularLines(TextLayout layout, long leastId, long mostId) {
    boolean blanks = layout.separator().isBlanks();
    this.separator = layout.separator().value();
    this.otherSeparator = blanks ? (byte) '\t' : separator;
    this.padding = blanks ? (byte) '\t' : (byte) ' ';
    this.strict = layout.strict();
    this.leastId = leastId;
    this.mostId = mostId;
  }

  /// Takes lines up to the end of the window, the first irregular one, or `most` edges.
  void parse(LineBuffer in, EdgeBuffer edges, int most) {
    byte[] bytes = in.bytes;
    long[] ids = edges.ids;
    long[] weights = edges.weights;
    WeightType type = edges.weightType();
    int end = in.end;
    int line = in.position;
    int first = edges.size;
    int n = first;
    for (int last = first + most; n < last && line < end; n++) {
      int p = skip(bytes, line);
      int digits = Digits.count(bytes, p);
      long id = Digits.value(bytes, p, digits);
      if (!isId(bytes, p, digits, id)) {
        break;
      }
      ids[2 * n] = id;
      p += digits;
      if (!separates(bytes[p])) {
        break;
      }
      p = skip(bytes, p + 1);
      digits = Digits.count(bytes, p);
      id = Digits.value(bytes, p, digits);
      if (!isId(bytes, p, digits, id)) {
        break;
      }
      ids[2 * n + 1] = id;
      p += digits;
      if (type != WeightType.NONE) {
        if (!separates(bytes[p])) {
          break;
        }
        p = type.isInteger() ? integer(bytes, skip(bytes, p + 1), type, weights, n)
            : decimal(bytes, skip(bytes, p + 1), type, weights, n);
        if (p < 0) {
          break;
        }
      }
      int next = afterLine(bytes, p);
      if (next < 0) {
        break;
      }
      line = next;
    }
    in.position = line;
    edges.size = n;
    in.line += n - first;
  }

  private boolean separates(byte b) {
    return b == separator || b == otherSeparator;
  }

  private int skip(byte[] bytes, int at) {
    int p = at;
    while (bytes[p] == ' ' || bytes[p] == padding) {
      p++;
    }
    return p;
  }

  /// Whether this is an id in range, written in the one way that numbers print.
  private boolean isId(byte[] bytes, int at, int digits, long id) {
    return digits > 0
        && digits <= ID_DIGITS
        && id >= leastId
        && id <= mostId
        && (digits == 1 || bytes[at] != '0');
  }

  /// @return index after the weight, -1 when it is irregular
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

  /// @return index after the weight, -1 when it is irregular or needs more than one rounding
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
    return weight == weight ? p : -1;
  }

  /// @return where the next line begins, -1 when something irregular comes before
  private int afterLine(byte[] bytes, int at) {
    int p = skip(bytes, at);
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
