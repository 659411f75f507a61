package dev.gatun.internal.graphio;

import dev.gatun.MemoryLimitException;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;

/// Off-heap bytes that grow at the end. How far they will grow is foretold from how much of the
/// input has been read, so that most inputs are copied once or never; without a forecast they
/// double.
final class OffHeapArray {
  private static final long FIRST = 1 << 16;

  /// From so many bytes on, what was read but not yet used hardly disturbs a forecast.
  private static final long FORECAST_FROM = 8 << 20;

  private static final long COPIED_AT_ONCE = 4 << 20;

  private final ByteSource source;
  private Region region;
  private MemorySegment memory;
  private long used;

  OffHeapArray(ByteSource source, long capacity) {
    this.source = source;
    this.region = source.execution().resultRegion();
    this.memory = region.allocate(Math.max(capacity, FIRST));
  }

  /// Makes room for `bytes` more at the end.
  ///
  /// @return where they go
  MemorySegment reserve(long bytes) {
    if (used + bytes > memory.byteSize()) {
      grow(used + bytes);
    }
    return memory.asSlice(used, bytes);
  }

  /// Takes the first `bytes` of what was reserved as filled.
  void advance(long bytes) {
    used += bytes;
  }

  private void grow(long needed) {
    long least = Math.max(needed, memory.byteSize() + memory.byteSize() / 4);
    long forecast = used < FORECAST_FROM ? 0 : source.forecast(used);
    long wanted = Math.max(least, forecast != 0 ? forecast : 2 * memory.byteSize());
    Region larger = source.execution().resultRegion();
    MemorySegment copy = allocate(larger, wanted, least);
    for (long at = 0; at < used; at += COPIED_AT_ONCE) {
      source.checkpoint();
      MemorySegment.copy(memory, at, copy, at, Math.min(COPIED_AT_ONCE, used - at));
    }
    free();
    region = larger;
    memory = copy;
  }

  /// A limit that a forecast passes may still be enough.
  private static MemorySegment allocate(Region region, long wanted, long least) {
    try {
      return region.allocate(wanted);
    } catch (MemoryLimitException e) {
      if (wanted == least) {
        throw e;
      }
      return region.allocate(least);
    }
  }

  /// Gives the memory back at once.
  void free() {
    source.execution().keep(region).close();
  }

  /// Bytes filled.
  MemorySegment filled() {
    return memory.asSlice(0, used);
  }

  /// The owner of the memory, which from now on outlives the call.
  Region keep() {
    return source.execution().keep(region);
  }
}
