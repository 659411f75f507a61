package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.InputFormatException;
import dev.gatun.graph.WeightType;
import dev.gatun.internal.csv.read.BlockScan;
import java.nio.charset.StandardCharsets;

/// Reads the graph of a Matrix Market file: row i, column j is an edge from vertex i - 1 to vertex
/// j - 1, called i and j. Of a symmetric matrix, entries on either side of the diagonal are taken,
/// but not both of a pair.
public final class MatrixMarketReader {
  private MatrixMarketReader() {}

  /// Whether a text begins with the banner of this format. Only before any line is read.
  public static boolean recognises(BlockScan text) {
    String banner = MatrixMarketHeader.BANNER;
    while (text.ahead().byteSize() < banner.length() && text.lookFurther()) {
      // more is read
    }
    long length = Math.min(banner.length(), text.ahead().byteSize());
    byte[] start = text.ahead().asSlice(0, length).toArray(JAVA_BYTE);
    return new String(start, StandardCharsets.ISO_8859_1).equalsIgnoreCase(banner);
  }

  /// Reads all entries.
  ///
  /// @param source what the text is in
  /// @throws InputFormatException at the first place that is not as the format wants it
  public static EdgeData read(BlockScan text, ByteSource source, ReadOptions options) {
    MatrixMarketHeader header = MatrixMarketHeader.read(new LinesAhead(text, source));
    int vertices = header.vertices();
    if (options.vertices() >= 0 && options.vertices() != vertices) {
      throw new IllegalArgumentException(
          "%d vertices are wanted, but the matrix in %s has %d rows"
              .formatted(options.vertices(), text.name(), vertices));
    }
    long firstLine = text.line();
    TextLayout layout = layout(header, options);
    DenseNumbers numbers =
        new DenseNumbers(layout, 1, vertices, EdgeParser.converters(text, source));
    LineCheck check = new LineCheck(layout, new LineCheck.Range(1, vertices));
    EdgeParser<DenseColumns> parser =
        new EdgeParser<>(text, source, layout, numbers, check, header.entries());
    EdgeBuffer edges = parser.parse();
    if (edges.count() < header.entries()) {
      throw new InputFormatException(
          text.name(),
          parser.lastLine(),
          0,
          text.offset(),
          "expected %d entries, found the end of the file after %d"
              .formatted(header.entries(), edges.count()));
    }
    long duplicate = Repeats.find(edges.pairs(), edges.count(), header.symmetric(), source);
    if (duplicate >= 0) {
      // Without comments and empty lines in between, entries and lines go together.
      boolean lineKnown = parser.lastLine() - firstLine == edges.count();
      throw new InputFormatException(
          text.name(),
          lineKnown ? firstLine + duplicate : 0,
          0,
          -1,
          "expected each entry once, found entry %d a second time".formatted(duplicate + 1));
    }
    return edges.finish(new EdgeIds.Numbered(vertices, 1), header.symmetric());
  }

  private static TextLayout layout(MatrixMarketHeader header, ReadOptions options) {
    WeightType wish = options.weights();
    boolean hasValues = header.field() != MatrixMarketHeader.Field.PATTERN;
    if (wish == WeightType.NONE) {
      return TextLayout.unweighted(Separator.BLANKS, 0, 0, 1, !hasValues);
    }
    if (!hasValues) {
      if (wish != null) {
        throw new IllegalArgumentException(
            wish + " weights are wanted, but a pattern matrix has no values");
      }
      return TextLayout.unweighted(Separator.BLANKS, 0, 0, 1, true);
    }
    WeightRule rule =
        wish != null
            ? WeightRule.exactly(wish)
            : header.field() == MatrixMarketHeader.Field.REAL
                ? WeightRule.exactly(WeightType.FLOAT64)
                : new WeightRule(WeightType.INT32, WeightType.INT64);
    return new TextLayout(Separator.BLANKS, 0, 0, 1, 2, true, rule);
  }
}
