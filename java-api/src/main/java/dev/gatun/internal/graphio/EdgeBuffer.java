package dev.gatun.internal.graphio;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.graph.WeightType;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes edges block by block and keeps them off-heap, weights in the narrowest type of a rule that
/// holds them all.
final class EdgeBuffer {
  private static final int BATCH = 4096;

  private final ByteSource source;
  private final OffHeapArray pairMemory;
  private WeightType weightType;
  private @Nullable OffHeapArray weightMemory;
  private long count;

  EdgeBuffer(ByteSource source, WeightType weightType) {
    this.source = source;
    this.weightType = weightType;
    this.pairMemory = new OffHeapArray(source, 0);
    this.weightMemory = weightType == WeightType.NONE ? null : new OffHeapArray(source, 0);
  }

  /// Edges taken so far.
  long count() {
    return count;
  }

  WeightType weightType() {
    return weightType;
  }

  /// Takes edges.
  ///
  /// @param pairs int32 source and target of each in turn
  void addPairs(MemorySegment pairs, int edges) {
    long bytes = 2L * edges * Integer.BYTES;
    MemorySegment.copy(pairs, 0, pairMemory.reserve(bytes), 0, bytes);
    pairMemory.advance(bytes);
    count += edges;
  }

  /// Takes edges.
  ///
  /// @param vertices source and target of each in turn
  void addPairs(int[] vertices, int edges) {
    addPairs(MemorySegment.ofArray(vertices), edges);
  }

  /// Takes the weights of as many edges, in a type that has room for them.
  ///
  /// @param values int64, or double for weights of a floating-point type
  void addWeights(MemorySegment values, int edges) {
    OffHeapArray memory = weights();
    long bytes = (long) edges * weightType.bytes();
    MemorySegment to = memory.reserve(bytes);
    switch (weightType) {
      case INT32 -> {
        for (int i = 0; i < edges; i++) {
          to.setAtIndex(JAVA_INT, i, (int) values.getAtIndex(JAVA_LONG, i));
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < edges; i++) {
          to.setAtIndex(JAVA_FLOAT, i, (float) values.getAtIndex(JAVA_DOUBLE, i));
        }
      }
      default -> MemorySegment.copy(values, 0, to, 0, bytes);
    }
    memory.advance(bytes);
  }

  private OffHeapArray weights() {
    if (weightMemory == null) {
      throw new IllegalStateException("no weights");
    }
    return weightMemory;
  }

  /// Gives weights, which have an integer type so far, one that has room for more.
  void widen(WeightType wider) {
    OffHeapArray narrow = weights();
    MemorySegment values = narrow.filled();
    boolean small = weightType == WeightType.INT32;
    long taken = narrow.filled().byteSize() / weightType.bytes();
    OffHeapArray wide = new OffHeapArray(source, taken * wider.bytes());
    weightType = wider;
    for (long done = 0; done < taken; done += BATCH) {
      source.checkpoint();
      int n = (int) Math.min(BATCH, taken - done);
      MemorySegment to = wide.reserve((long) n * wider.bytes());
      for (int i = 0; i < n; i++) {
        long value =
            small ? values.getAtIndex(JAVA_INT, done + i) : values.getAtIndex(JAVA_LONG, done + i);
        if (wider.isInteger()) {
          to.setAtIndex(JAVA_LONG, i, value);
        } else {
          to.setAtIndex(JAVA_DOUBLE, i, value);
        }
      }
      wide.advance((long) n * wider.bytes());
    }
    narrow.free();
    weightMemory = wide;
  }

  /// Everything taken, which now outlives the call.
  EdgeData finish(EdgeIds names, boolean symmetric) {
    List<Region> regions = new ArrayList<>();
    regions.add(pairMemory.keep());
    if (weightMemory != null) {
      regions.add(weightMemory.keep());
    }
    return new EdgeData(
        List.copyOf(regions),
        pairMemory.filled(),
        count,
        weightMemory == null ? null : weightMemory.filled(),
        weightType,
        names,
        symmetric);
  }

  /// Source and target of each edge in turn, while the call goes on.
  MemorySegment pairs() {
    return pairMemory.filled();
  }
}
