package dev.gatun.internal.graphio;

import dev.gatun.internal.kernel.CsvCells;
import org.jspecify.annotations.Nullable;

/// Ids are names. They are numbers as long as each one is a 64-bit integer in the form numbers
/// print. At the first other one all ids become strings; since the numbers so far print as they
/// were written, nothing read before has to be read again.
final class NameNumbers implements VertexNumbers<NameColumns> {
  private final TextLayout layout;
  private final ByteSource source;
  private final CellConverters converters;
  private final LongDictionary numbers;
  private final int[] vertices = new int[LongDictionary.BATCH];
  private volatile @Nullable StringDictionary strings;

  NameNumbers(TextLayout layout, ByteSource source, CellConverters converters) {
    this.layout = layout;
    this.source = source;
    this.converters = converters;
    this.numbers = new LongDictionary(source.name(), source::checkpoint);
  }

  @Override
  public NameColumns columns() {
    return new NameColumns(layout, () -> strings != null, converters);
  }

  @Override
  public int take(NameColumns converted, CsvCells cells, int rows, EdgeBuffer edges) {
    StringDictionary dictionary = strings;
    if (dictionary == null && !converted.areStrings()) {
      takeNumbers(converted.numbers(), rows, edges);
      return rows;
    }
    if (dictionary == null) {
      dictionary = new StringDictionary(source.name(), numbers, source::checkpoint);
      strings = dictionary;
    }
    int right = converted.areStrings() ? rows : Math.min(rows, converted.toStrings(cells));
    return takeStrings(dictionary, converted, right, edges);
  }

  private void takeNumbers(long[] ids, int rows, EdgeBuffer edges) {
    for (int row = 0; row < rows; row += vertices.length / 2) {
      int n = Math.min(rows - row, vertices.length / 2);
      numbers.map(ids, 2 * row, 2 * n, vertices);
      edges.addPairs(vertices, n);
    }
  }

  private int takeStrings(
      StringDictionary dictionary, NameColumns converted, int rows, EdgeBuffer edges) {
    int batch = vertices.length / 8;
    for (int row = 0; row < rows; row += batch) {
      int n = Math.min(rows - row, batch);
      dictionary.findMost(
          converted.bytes(), converted.from(), converted.to(), 2 * row, 2 * n, vertices);
      for (int i = 0; i < 2 * n; i++) {
        if (vertices[i] < 0) {
          vertices[i] = findOrAdd(dictionary, converted, 2 * row + i);
        }
        if (vertices[i] < 0) {
          edges.addPairs(vertices, i / 2);
          return row + i / 2;
        }
      }
      edges.addPairs(vertices, n);
    }
    return rows;
  }

  /// @return -1 when it is no good text
  private static int findOrAdd(StringDictionary dictionary, NameColumns converted, int i) {
    byte[] bytes = converted.bytes();
    int from = converted.from()[i];
    int to = converted.to()[i];
    int known = dictionary.find(bytes, from, to);
    if (known >= 0) {
      return known;
    }
    return Utf8.firstInvalid(bytes, from, to) < 0 ? dictionary.add(bytes, from, to) : -1;
  }

  /// The dictionary that was needed.
  EdgeIds names() {
    StringDictionary dictionary = strings;
    return dictionary != null ? dictionary : numbers;
  }
}
