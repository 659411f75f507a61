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

/// Takes edges as they are parsed, a batch at a time on the heap, and moves each batch to off-heap
/// memory, ids made vertices and weights in their type.
final class EdgeBuffer {
  static final int BATCH = 4096;

  /// Source and target id of each edge of the batch in turn.
  final long[] ids = new long[2 * BATCH];

  /// Weights of the batch: integers, or the bits of doubles when [#weightType] is no integer type.
  final long[] weights = new long[BATCH];

  /// Edges in the batch.
  int size;

  private final ByteSource source;
  private final int[] vertices = new int[2 * BATCH];
  private final OffHeapArray pairMemory;
  private IdMapper mapper;
  private WeightType weightType;
  private @Nullable OffHeapArray weightMemory;
  private long moved;

  EdgeBuffer(ByteSource source, IdMapper mapper, WeightType weightType) {
    this.source = source;
    this.mapper = mapper;
    this.weightType = weightType;
    this.pairMemory = new OffHeapArray(source, 0);
    this.weightMemory = weightType == WeightType.NONE ? null : new OffHeapArray(source, 0);
  }

  /// Edges taken so far.
  long count() {
    return moved + size;
  }

  WeightType weightType() {
    return weightType;
  }

  /// Adds an edge; the batch must not be full.
  void add(long sourceId, long targetId, long weight) {
    ids[2 * size] = sourceId;
    ids[2 * size + 1] = targetId;
    weights[size] = weight;
    size++;
  }

  /// Empties the batch.
  void flush() {
    if (size == 0) {
      return;
    }
    mapper.map(ids, 2 * size, vertices);
    long bytes = 2L * size * Integer.BYTES;
    MemorySegment.copy(vertices, 0, pairMemory.reserve(bytes), JAVA_INT, 0, 2 * size);
    pairMemory.advance(bytes);
    if (weightMemory != null) {
      store(weightMemory, size);
    }
    moved += size;
    size = 0;
  }

  /// Maps ids in another way from now on.
  void useMapper(IdMapper other) {
    flush();
    mapper = other;
  }

  /// Gives weights, also those taken before, a type that has room for more.
  void widen(WeightType wider) {
    flush();
    OffHeapArray narrow = weightMemory;
    if (narrow == null) {
      throw new IllegalStateException("no weights");
    }
    MemorySegment values = narrow.filled();
    OffHeapArray wide = new OffHeapArray(source, moved * wider.bytes());
    WeightType type = weightType;
    weightType = wider;
    for (long done = 0; done < moved; done += BATCH) {
      source.checkpoint();
      int n = (int) Math.min(BATCH, moved - done);
      for (int i = 0; i < n; i++) {
        long value =
            type == WeightType.INT32
                ? values.getAtIndex(JAVA_INT, done + i)
                : values.getAtIndex(JAVA_LONG, done + i);
        weights[i] = wider.isInteger() ? value : Double.doubleToRawLongBits(value);
      }
      store(wide, n);
    }
    narrow.free();
    weightMemory = wide;
  }

  private void store(OffHeapArray memory, int n) {
    long bytes = (long) n * weightType.bytes();
    MemorySegment to = memory.reserve(bytes);
    switch (weightType) {
      case INT32 -> {
        for (int i = 0; i < n; i++) {
          to.setAtIndex(JAVA_INT, i, (int) weights[i]);
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < n; i++) {
          to.setAtIndex(JAVA_FLOAT, i, (float) Double.longBitsToDouble(weights[i]));
        }
      }
      case FLOAT64 -> {
        for (int i = 0; i < n; i++) {
          to.setAtIndex(JAVA_DOUBLE, i, Double.longBitsToDouble(weights[i]));
        }
      }
      default -> MemorySegment.copy(weights, 0, to, JAVA_LONG, 0, n);
    }
    memory.advance(bytes);
  }

  /// Everything taken, which now outlives the call.
  EdgeData finish(EdgeIds names, boolean symmetric) {
    flush();
    List<Region> regions = new ArrayList<>();
    regions.add(pairMemory.keep());
    if (weightMemory != null) {
      regions.add(weightMemory.keep());
    }
    return new EdgeData(
        List.copyOf(regions),
        pairMemory.filled(),
        moved,
        weightMemory == null ? null : weightMemory.filled(),
        weightType,
        names,
        symmetric);
  }

  /// Source and target of each edge in turn, while the call goes on.
  MemorySegment pairs() {
    flush();
    return pairMemory.filled();
  }
}
