package dev.gatun.internal.graphio;

import dev.gatun.graph.EdgeListReader.Header;
import dev.gatun.graph.WeightType;
import org.jspecify.annotations.Nullable;

/// How an input is to be read.
///
/// @param dense whether ids are the vertices themselves
/// @param vertices how many there are, -1 when the ids say so
/// @param header whether the first line names the columns
/// @param separator between columns, 0 to detect it
/// @param weights their type, null when the data decides
/// @param columns which ones to read
public record ReadOptions(
    boolean dense,
    int vertices,
    Header header,
    char separator,
    @Nullable WeightType weights,
    Columns columns) {

  /// Most bytes of a line of text, its end included.
  public static final int MAX_LINE = 1 << 20;

  /// Everything open.
  public static final ReadOptions DEFAULTS =
      new ReadOptions(false, -1, Header.AUTO, '\0', null, new Columns.Usual());

  public ReadOptions withDense(boolean value) {
    return new ReadOptions(value, vertices, header, separator, weights, columns);
  }

  public ReadOptions withVertices(int value) {
    return new ReadOptions(dense, value, header, separator, weights, columns);
  }

  public ReadOptions withHeader(Header value) {
    return new ReadOptions(dense, vertices, value, separator, weights, columns);
  }

  public ReadOptions withSeparator(char value) {
    return new ReadOptions(dense, vertices, header, value, weights, columns);
  }

  public ReadOptions withWeights(@Nullable WeightType value) {
    return new ReadOptions(dense, vertices, header, separator, value, columns);
  }

  public ReadOptions withColumns(Columns value) {
    return new ReadOptions(dense, vertices, header, separator, weights, value);
  }
}
