package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.Weights;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Sorts entries into rows, keeping their order within each row, by counting: the rows of all
/// entries are counted, the arrays are allocated, and then every entry is put where its row has
/// come to.
final class CsrFiller {
  /// Hands over entries one by one, the same each time it is asked.
  @FunctionalInterface
  interface Entries {
    void forEach(Visitor visitor);
  }

  /// Takes one entry.
  @FunctionalInterface
  interface Visitor {
    /// @param index place of the entry's weight in the array of all weights
    void visit(int row, int column, long index);
  }

  private CsrFiller() {}

  /// The CSR of `entries`, allocated in `region`. O(n + entries).
  ///
  /// @param weights of the entries, null when unweighted (`weightType` is then NONE)
  /// @param sorted whether the entries come in ascending order of column
  static Csr fill(
      int vertices,
      Entries entries,
      @Nullable MemorySegment weights,
      WeightType weightType,
      boolean sorted,
      Region region,
      Pace pace) {
    // offsets[v + 1] is at first the number of row v's entries, then where its next entry goes, and
    // so at last where the row ends, which is what it has to be.
    MemorySegment offsets = region.allocate(vertices + 1L, Long.BYTES);
    pace.fill(offsets, (byte) 0);
    entries.forEach((row, _, _) -> next(offsets, row));
    long count = countsToStarts(offsets, vertices, pace);

    MemorySegment neighbours = region.allocate(count, Integer.BYTES);
    MemorySegment filled = weights == null ? null : region.allocate(count, weightType.bytes());
    entries.forEach(
        (row, column, index) -> {
          long at = next(offsets, row);
          neighbours.setAtIndex(JAVA_INT, at, column);
          if (weights != null && filled != null) {
            Weights.copy(weightType, weights, index, filled, at);
          }
        });
    return new Csr(vertices, count, offsets, neighbours, filled, weightType, sorted);
  }

  private static long next(MemorySegment offsets, int row) {
    long value = offsets.getAtIndex(JAVA_LONG, row + 1L);
    offsets.setAtIndex(JAVA_LONG, row + 1L, value + 1);
    return value;
  }

  private static long countsToStarts(MemorySegment offsets, int vertices, Pace pace) {
    long start = 0;
    for (int v = 0; v < vertices; v++) {
      long count = offsets.getAtIndex(JAVA_LONG, v + 1L);
      offsets.setAtIndex(JAVA_LONG, v + 1L, start);
      start += count;
      pace.step();
    }
    return start;
  }
}
