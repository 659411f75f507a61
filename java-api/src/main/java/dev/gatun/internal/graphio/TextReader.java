package dev.gatun.internal.graphio;

/// Reads text edge lists.
public final class TextReader {
  private TextReader() {}

  /// Reads all edges.
  ///
  /// @throws dev.gatun.InputFormatException at the first line that is not as it should be
  public static EdgeData read(LineBuffer in, ReadOptions options) {
    if (options.vertices() >= 0 && !options.dense()) {
      throw new IllegalArgumentException(
          "a number of vertices goes with dense ids, not with a dictionary");
    }
    LayoutDetector detector = new LayoutDetector(in, options);
    if (!options.dense()) {
      TextEdgeParser parser = TextEdgeParser.dictionary(in, detector.layout());
      parser.parse(detector.dataLines());
      return parser.edges().finish(parser.names(), false);
    }
    int most = options.vertices() >= 0 ? options.vertices() : Integer.MAX_VALUE;
    DenseMapper mapper = new DenseMapper(0);
    TextEdgeParser parser = TextEdgeParser.dense(in, detector.layout(), mapper, 0, most);
    parser.parse(detector.dataLines());
    int vertices = options.vertices() >= 0 ? options.vertices() : mapper.vertices();
    return parser.edges().finish(new EdgeIds.Numbered(vertices, 0), false);
  }
}
