package dev.gatun.internal.kernel;

import dev.gatun.graph.WeightType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// A graph in compressed sparse row form, as kernels see it. Mirrors `gatun_csr`.
///
/// @param vertices n
/// @param entries edges stored: twice the edges of an undirected graph
/// @param offsets n + 1 int64, ascending from 0
/// @param neighbours `entries` int32, each 0 .. n - 1
/// @param weights `entries` weights, null when unweighted
/// @param weightType type of the weights, NONE when unweighted
/// @param sorted whether neighbours ascend within each row
public record Csr(
    int vertices,
    long entries,
    MemorySegment offsets,
    MemorySegment neighbours,
    @Nullable MemorySegment weights,
    WeightType weightType,
    boolean sorted) {

  /// Checks that the arrays are as long as the sizes say: kernels see addresses only.
  ///
  /// @throws IllegalArgumentException when one is shorter
  public Csr {
    long weightBytes = weights == null ? 0 : weights.byteSize();
    if (vertices < 0
        || offsets.byteSize() < (vertices + 1L) * Long.BYTES
        || neighbours.byteSize() < entries * Integer.BYTES
        || weightBytes < entries * weightType.bytes()) {
      throw new IllegalArgumentException(
          "arrays too short for " + vertices + " vertices and " + entries + " entries");
    }
  }

  /// Where row `v` begins; row `v - 1` ends there.
  public long offset(int v) {
    return offsets.getAtIndex(ValueLayout.JAVA_LONG, v);
  }

  /// The neighbour at an entry.
  public int neighbour(long entry) {
    return neighbours.getAtIndex(ValueLayout.JAVA_INT, entry);
  }

  /// Bytes of the arrays.
  public long bytes() {
    return (vertices + 1L) * Long.BYTES + entries * (Integer.BYTES + weightType.bytes());
  }
}
