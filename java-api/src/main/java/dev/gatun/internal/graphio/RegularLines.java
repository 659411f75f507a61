package dev.gatun.internal.graphio;

import dev.gatun.graph.WeightType;

/// The fast way through lines of the usual form: numbers in columns 0, 1 and perhaps 2, written
/// without sign, quotes or exponent. It stops before the first line of any other form, which
/// [TextEdgeParser] then takes a closer look at, and reports no error itself.
final class RegularLines {
  private static final int ID_DIGITS = 19;

  private final LineSyntax syntax;
  private final long leastId;
  private final long mostId;

  /// Ids from `leastId`, not negative, to `mostId` are taken.
  RegularLines(LineSyntax syntax, long leastId, long mostId) {
    this.syntax = syntax;
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
      int p = syntax.skipPadding(bytes, line);
      int digits = Digits.count(bytes, p);
      long id = Digits.value(bytes, p, digits);
      if (!isId(bytes, p, digits, id)) {
        break;
      }
      ids[2 * n] = id;
      p += digits;
      if (!syntax.separates(bytes[p])) {
        break;
      }
      p = syntax.skipPadding(bytes, p + 1);
      digits = Digits.count(bytes, p);
      id = Digits.value(bytes, p, digits);
      if (!isId(bytes, p, digits, id)) {
        break;
      }
      ids[2 * n + 1] = id;
      p += digits;
      if (type != WeightType.NONE) {
        p = syntax.weight(bytes, p, type, weights, n);
        if (p < 0) {
          break;
        }
      }
      int next = syntax.nextLine(bytes, p);
      if (next < 0) {
        break;
      }
      line = next;
    }
    in.position = line;
    edges.size = n;
    in.line += n - first;
  }

  /// Whether this is an id in range, written in the one way that numbers print.
  private boolean isId(byte[] bytes, int at, int digits, long id) {
    return digits > 0
        && digits <= ID_DIGITS
        && id >= leastId
        && id <= mostId
        && (digits == 1 || bytes[at] != '0');
  }
}
