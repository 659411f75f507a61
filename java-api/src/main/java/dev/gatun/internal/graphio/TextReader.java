package dev.gatun.internal.graphio;

import dev.gatun.internal.csv.read.BlockScan;

/// Reads text edge lists.
public final class TextReader {
  private TextReader() {}

  /// Reads all edges.
  ///
  /// @param source what the text is in
  /// @throws dev.gatun.InputFormatException at the first line that is not as it should be
  public static EdgeData read(BlockScan text, ByteSource source, ReadOptions options) {
    if (options.vertices() >= 0 && !options.dense()) {
      throw new IllegalArgumentException(
          "a number of vertices goes with dense ids, not with a dictionary");
    }
    TextLayout layout = new LayoutDetector(new LinesAhead(text, source), options).layout();
    CellConverters converters = EdgeParser.converters(text, source);
    if (!options.dense()) {
      NameNumbers names = new NameNumbers(layout, source, converters);
      EdgeBuffer edges =
          new EdgeParser<>(text, source, layout, names, new LineCheck(layout, null), Long.MAX_VALUE)
              .parse();
      return edges.finish(names.names(), false);
    }
    int most = options.vertices() >= 0 ? options.vertices() : Integer.MAX_VALUE;
    DenseNumbers numbers = new DenseNumbers(layout, 0, most, converters);
    LineCheck check = new LineCheck(layout, new LineCheck.Range(0, most - 1L));
    EdgeBuffer edges =
        new EdgeParser<>(text, source, layout, numbers, check, Long.MAX_VALUE).parse();
    int vertices = options.vertices() >= 0 ? options.vertices() : numbers.seen();
    return edges.finish(new EdgeIds.Numbered(vertices, 0), false);
  }
}
