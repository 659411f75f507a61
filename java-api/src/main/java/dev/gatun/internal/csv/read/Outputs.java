package dev.gatun.internal.csv.read;

import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Slab;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Where the buffers of converted columns come from. Each has [Buffer#SLACK] bytes more than asked
/// for.
interface Outputs {
  /// What a buffer is for.
  enum Part {
    VALUES,
    OFFSETS,
    VALIDITY,
    DICTIONARY_OFFSETS,
    DICTIONARY_BYTES
  }

  /// A buffer for part of a column; asked for again, it may be the same.
  MemorySegment buffer(int column, Part part, long bytes);

  /// Exact pieces of memory that is kept. Thread-safe.
  static Outputs kept(Slab slab) {
    return (_, _, bytes) -> slab.allocate(bytes + Buffer.SLACK);
  }

  /// Buffers that are used again for the next block, and grow. For one thread at a time.
  static Outputs reused(Slab slab) {
    Map<Part, Map<Integer, Buffer>> buffers = new EnumMap<>(Part.class);
    return (column, part, bytes) ->
        buffers
            .computeIfAbsent(part, _ -> new HashMap<>())
            .computeIfAbsent(column, _ -> new Buffer(slab))
            .ensure(bytes, 0);
  }
}
