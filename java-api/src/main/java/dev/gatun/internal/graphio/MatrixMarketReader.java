package dev.gatun.internal.graphio;

import dev.gatun.InputFormatException;
import dev.gatun.graph.WeightType;
import java.util.List;

/// Reads the graph of a Matrix Market file: row i, column j is an edge from vertex i - 1 to vertex
/// j - 1, called i and j. Of a symmetric matrix, entries on either side of the diagonal are taken,
/// but not both of a pair.
public final class MatrixMarketReader {
  private MatrixMarketReader() {}

  /// Whether the input begins with the banner of this format. Only before any line is read.
  public static boolean recognises(LineBuffer in) {
    return in.begins(MatrixMarketHeader.BANNER.substring(0, LineBuffer.PEEK));
  }

  /// Reads all entries.
  ///
  /// @throws InputFormatException at the first place that is not as the format wants it
  public static EdgeData read(LineBuffer in, ReadOptions options) {
    MatrixMarketHeader header = MatrixMarketHeader.read(in);
    int vertices = header.vertices();
    if (options.vertices() >= 0 && options.vertices() != vertices) {
      throw new IllegalArgumentException(
          "%d vertices are wanted, but the matrix in %s has %d rows"
              .formatted(options.vertices(), in.source().name(), vertices));
    }
    long firstLine = in.line;
    DenseMapper mapper = new DenseMapper(1);
    TextEdgeParser parser =
        TextEdgeParser.dense(in, layout(header, options), mapper, 1, vertices)
            .atMost(header.entries());
    parser.parse(List.of());
    EdgeBuffer edges = parser.edges();
    if (edges.count() < header.entries()) {
      throw new InputFormatException(
          in.source().name(),
          in.line,
          0,
          in.offset(),
          "expected %d entries, found the end of the file after %d"
              .formatted(header.entries(), edges.count()));
    }
    long duplicate = Repeats.find(edges.pairs(), edges.count(), header.symmetric(), in.source());
    if (duplicate >= 0) {
      // Without comments and empty lines in between, entries and lines go together.
      boolean lineKnown = in.line - firstLine == edges.count();
      throw new InputFormatException(
          in.source().name(),
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
      return TextLayout.unweighted(Separator.BLANKS, 0, 1, !hasValues);
    }
    if (!hasValues) {
      if (wish != null) {
        throw new IllegalArgumentException(
            wish + " weights are wanted, but a pattern matrix has no values");
      }
      return TextLayout.unweighted(Separator.BLANKS, 0, 1, true);
    }
    WeightRule rule =
        wish != null
            ? WeightRule.exactly(wish)
            : header.field() == MatrixMarketHeader.Field.REAL
                ? WeightRule.exactly(WeightType.FLOAT64)
                : new WeightRule(WeightType.INT32, WeightType.INT64);
    return new TextLayout(Separator.BLANKS, 0, 1, 2, true, rule);
  }
}
