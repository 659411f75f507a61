package dev.gatun.internal.graphio;

import dev.gatun.graph.WeightType;

/// The fast way through lines of the usual form whose ids are strings: columns 0, 1 and perhaps 2,
/// without quotes. Ids of many lines are looked up together, so that waiting for memory overlaps.
/// Like [RegularLines], it stops before the first line of any other form and reports no error
/// itself.
final class RegularStringLines {
  private static final int BATCH = 1024;

  private final LineSyntax syntax;
  private final StringDictionary strings;

  /// Beginning of each line of the batch.
  private final int[] lines = new int[BATCH];

  /// Where the source and target id of each line are, in turn, and their vertices.
  private final int[] from = new int[2 * BATCH];

  private final int[] to = new int[2 * BATCH];
  private final int[] vertices = new int[2 * BATCH];

  RegularStringLines(LineSyntax syntax, StringDictionary strings) {
    this.syntax = syntax;
    this.strings = strings;
  }

  /// Takes lines up to the end of the window, the first irregular one, or `most` edges. Ids become
  /// vertices here.
  void parse(LineBuffer in, EdgeBuffer edges, int most) {
    WeightType type = edges.weightType();
    int line = in.position;
    int n = 0;
    for (int last = Math.min(most, BATCH); n < last && line < in.end; n++) {
      int next = scan(in.bytes, line, n, type, edges);
      if (next < 0) {
        break;
      }
      lines[n] = line;
      line = next;
    }
    strings.findMost(in.bytes, from, to, 2 * n, vertices);
    int taken = 0;
    while (taken < n && hasVertex(in.bytes, 2 * taken) && hasVertex(in.bytes, 2 * taken + 1)) {
      edges.ids[2 * edges.size] = vertices[2 * taken];
      edges.ids[2 * edges.size + 1] = vertices[2 * taken + 1];
      edges.size++;
      taken++;
    }
    in.position = taken < n ? lines[taken] : line;
    in.line += taken;
  }

  /// Finds the ids of a line and reads its weight.
  ///
  /// @return index of the next line, -1 when this one is irregular
  private int scan(byte[] bytes, int line, int n, WeightType type, EdgeBuffer edges) {
    int p = syntax.skipPadding(bytes, line);
    if (bytes[p] == '#' || bytes[p] == '%') {
      return -1;
    }
    p = field(bytes, p, 2 * n);
    if (p < 0 || bytes[p] == '\n') {
      return -1;
    }
    p = field(bytes, syntax.skipPadding(bytes, p + 1), 2 * n + 1);
    if (p >= 0 && type != WeightType.NONE) {
      p = syntax.weight(bytes, p, type, edges.weights, edges.size + n);
    }
    return p < 0 ? -1 : syntax.nextLine(bytes, p);
  }

  /// @return index after the field, -1 when it is irregular
  private int field(byte[] bytes, int at, int i) {
    int end = syntax.endOfField(bytes, at);
    if (bytes[end] == '\n' && end > at && bytes[end - 1] == '\r') {
      end--;
    }
    from[i] = at;
    to[i] = syntax.trimPadding(bytes, at, end);
    return bytes[at] == '"' || to[i] == at ? -1 : end;
  }

  /// Makes a new vertex when there was none for an id and it is good text.
  private boolean hasVertex(byte[] bytes, int i) {
    if (vertices[i] < 0) {
      vertices[i] = strings.find(bytes, from[i], to[i]);
    }
    if (vertices[i] < 0 && Utf8.firstInvalid(bytes, from[i], to[i]) < 0) {
      vertices[i] = strings.add(bytes, from[i], to[i]);
    }
    return vertices[i] >= 0;
  }
}
