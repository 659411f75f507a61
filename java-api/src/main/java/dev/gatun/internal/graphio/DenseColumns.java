package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.kernel.CsvCells;
import java.lang.foreign.MemorySegment;

/// Ids that are vertices, counted from some number.
final class DenseColumns implements IdColumns {
  private final int source;
  private final int target;
  private final int first;
  private final long vertices;
  private final CellConverters.Numbers sources;
  private final CellConverters.Numbers targets;
  private final Buffer pairs;
  private int largest;

  /// @param first what vertex 0 is called
  /// @param vertices most there may be
  DenseColumns(TextLayout layout, int first, long vertices, CellConverters converters) {
    this.source = layout.source();
    this.target = layout.target();
    this.first = first;
    this.vertices = vertices;
    this.sources = converters.integers(false);
    this.targets = converters.integers(false);
    this.pairs = new Buffer(converters.memory());
  }

  @Override
  public int convert(CsvCells cells) {
    int rows = Math.min(sources.convert(cells, source), targets.convert(cells, target));
    MemorySegment from = sources.values();
    MemorySegment to = targets.values();
    MemorySegment out = pairs.ensure(2L * rows * Integer.BYTES, 0);
    long most = -1;
    for (int i = 0; i < rows; i++) {
      long u = from.getAtIndex(JAVA_LONG, i) - first;
      long v = to.getAtIndex(JAVA_LONG, i) - first;
      // Smallest integers that wrap around become large ones.
      if (u < 0 || u >= vertices || v < 0 || v >= vertices) {
        rows = i;
        break;
      }
      most = Math.max(most, Math.max(u, v));
      out.setAtIndex(JAVA_INT, 2L * i, (int) u);
      out.setAtIndex(JAVA_INT, 2L * i + 1, (int) v);
    }
    largest = (int) most;
    return rows;
  }

  /// Source and target of each edge in turn.
  MemorySegment pairs() {
    return pairs.segment();
  }

  /// The largest vertex, -1 when there is none.
  int largest() {
    return largest;
  }
}
