package dev.gatun.internal.graphio;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes edges of lines: [RegularLines] as far as they go, any other line field by field, with
/// exact errors.
///
/// With a dictionary, ids are numbers as long as each one is a 64-bit integer in the form numbers
/// print. At the first other one all ids become strings; since the numbers so far print as they
/// were written, nothing read before has to be read again.
final class TextEdgeParser {
  private final LineBuffer in;
  private final TextLayout layout;
  private final EdgeBuffer edges;
  private final Fields fields = new Fields();
  private final WeightParser weightParser;
  private final LineSyntax syntax;
  private final RegularLines regularLines;
  private final long leastId;
  private final long mostId;
  private final @Nullable LongDictionary numbers;
  private @Nullable StringDictionary strings;
  private @Nullable RegularStringLines regularStringLines;
  private long mostEdges = Long.MAX_VALUE;

  private TextEdgeParser(
      LineBuffer in,
      TextLayout layout,
      IdMapper mapper,
      @Nullable LongDictionary numbers,
      long leastId,
      long mostId) {
    this.in = in;
    this.layout = layout;
    this.numbers = numbers;
    this.leastId = leastId;
    this.mostId = mostId;
    this.edges = new EdgeBuffer(in.source(), mapper, layout.weights().first());
    this.weightParser = new WeightParser(layout.weights(), edges);
    this.syntax = new LineSyntax(layout);
    this.regularLines = new RegularLines(syntax, Math.max(leastId, 0), mostId);
  }

  /// Ids are vertices.
  ///
  /// @param firstId what vertex 0 is called
  /// @param vertices most vertices there may be
  static TextEdgeParser dense(
      LineBuffer in, TextLayout layout, DenseMapper mapper, int firstId, int vertices) {
    return new TextEdgeParser(in, layout, mapper, null, firstId, firstId - 1L + vertices);
  }

  /// Ids are numbers or strings.
  static TextEdgeParser dictionary(LineBuffer in, TextLayout layout) {
    ByteSource source = in.source();
    LongDictionary ids = new LongDictionary(source.name(), source::checkpoint);
    return new TextEdgeParser(in, layout, ids, ids, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /// Refuses more edges than that.
  TextEdgeParser atMost(long count) {
    mostEdges = count;
    return this;
  }

  /// Parses some lines, then all others of the input.
  void parse(List<Line> first) {
    for (Line line : first) {
      parse(line);
    }
    Line line = new Line(in.source().name());
    while (in.position < in.end || in.advance()) {
      if (layout.isPlain()) {
        parseRegular((int) Math.min(EdgeBuffer.BATCH - edges.size, mostEdges - edges.count()));
      }
      if (edges.size == EdgeBuffer.BATCH) {
        edges.flush();
      } else if (in.position < in.end && in.next(line)) {
        parse(line);
      }
    }
    edges.flush();
  }

  private void parseRegular(int most) {
    if (regularStringLines != null) {
      regularStringLines.parse(in, edges, most);
    } else {
      regularLines.parse(in, edges, most);
    }
  }

  /// Edges parsed.
  EdgeBuffer edges() {
    return edges;
  }

  /// The dictionary that was needed.
  EdgeIds names() {
    return strings != null ? strings : Objects.requireNonNull(numbers);
  }

  private void parse(Line line) {
    if (line.isIgnored()) {
      return;
    }
    if (edges.count() == mostEdges) {
      throw line.unexpected("no more than " + mostEdges + " entries", line.start(), line.to);
    }
    int columns = layout.columns();
    fields.split(line, layout.separator(), columns + 1);
    if (fields.count() < columns) {
      throw line.error(
          "expected %s%d columns separated by %s, found %d"
              .formatted(
                  layout.strict() ? "" : "at least ",
                  columns,
                  layout.separator().plural(),
                  fields.count()),
          line.to);
    }
    if (layout.strict() && fields.count() > columns && !fields.isEmpty(columns)) {
      throw fields.unexpected("the end of the line after column " + columns, columns);
    }
    if (edges.size == EdgeBuffer.BATCH) {
      edges.flush();
    }
    if (strings == null && numbers != null && !areNumbers()) {
      becomeStrings(numbers);
    }
    long source = id(layout.source());
    long target = id(layout.target());
    long weight = layout.isWeighted() ? weightParser.parse(fields, layout.weight()) : 0;
    edges.add(source, target, weight);
  }

  private boolean areNumbers() {
    return isPrintedNumber(layout.source()) && isPrintedNumber(layout.target());
  }

  private boolean isPrintedNumber(int column) {
    byte[] bytes = fields.bytes(column);
    int from = fields.from(column);
    int to = fields.to(column);
    return Numbers.isLong(bytes, from, to) && Numbers.isCanonical(bytes, from, to);
  }

  private void becomeStrings(LongDictionary seen) {
    edges.flush();
    strings = new StringDictionary(in.source().name(), seen, in.source()::checkpoint);
    regularStringLines = new RegularStringLines(syntax, strings);
    // From now on ids are looked up one by one, and what is put into the buffer are vertices.
    edges.useMapper(new DenseMapper(0));
  }

  private long id(int column) {
    byte[] bytes = fields.bytes(column);
    int from = fields.from(column);
    int to = fields.to(column);
    if (strings != null) {
      int known = strings.find(bytes, from, to);
      return known >= 0 ? known : newString(strings, column);
    }
    long id = Numbers.isLong(bytes, from, to) ? Numbers.longValue(bytes, from, to) : leastId - 1;
    if (numbers == null && (id < leastId || id > mostId)) {
      throw fields.unexpected("a vertex id from " + leastId + " to " + mostId, column);
    }
    return id;
  }

  private int newString(StringDictionary ids, int column) {
    if (fields.isEmpty(column)) {
      throw fields.unexpected("a vertex id", column);
    }
    byte[] bytes = fields.bytes(column);
    int from = fields.from(column);
    int to = fields.to(column);
    int invalid = Utf8.firstInvalid(bytes, from, to);
    if (invalid >= 0) {
      throw fields.error(
          "expected a vertex id in UTF-8 without control characters, found byte 0x%02x"
              .formatted(bytes[invalid]),
          column,
          invalid);
    }
    return ids.add(bytes, from, to);
  }
}
