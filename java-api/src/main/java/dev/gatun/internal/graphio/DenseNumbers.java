package dev.gatun.internal.graphio;

import dev.gatun.internal.kernel.CsvCells;

/// Ids are the vertices, counted from some number.
final class DenseNumbers implements VertexNumbers<DenseColumns> {
  private final TextLayout layout;
  private final int first;
  private final int vertices;
  private final CellConverters converters;
  private int largest = -1;

  /// @param first what vertex 0 is called
  /// @param vertices most there may be
  DenseNumbers(TextLayout layout, int first, int vertices, CellConverters converters) {
    this.layout = layout;
    this.first = first;
    this.vertices = vertices;
    this.converters = converters;
  }

  @Override
  public DenseColumns columns() {
    return new DenseColumns(layout, first, vertices, converters);
  }

  @Override
  public int take(DenseColumns converted, CsvCells cells, int rows, EdgeBuffer edges) {
    edges.addPairs(converted.pairs(), rows);
    largest = Math.max(largest, converted.largest());
    return rows;
  }

  /// Vertices up to the largest one seen.
  int seen() {
    return largest + 1;
  }
}
