package dev.gatun.internal.exec;

import java.lang.foreign.MemorySegment;

/// A buffer that grows. What it held before stays in the slab until that is freed, so it grows by
/// doubling.
public final class Buffer {
  /// Bytes behind the promised ones that kernels may write to, or read.
  public static final long SLACK = 64;

  private final Slab slab;
  private MemorySegment segment = MemorySegment.NULL;

  /// An empty buffer over a slab.
  public Buffer(Slab slab) {
    this.slab = slab;
  }

  /// All of it, slack included.
  public MemorySegment segment() {
    return segment;
  }

  /// Bytes it can hold, slack not counted.
  public long capacity() {
    return Math.max(0, segment.byteSize() - SLACK);
  }

  /// Makes room for `bytes`, keeping the first `kept`.
  public MemorySegment ensure(long bytes, long kept) {
    if (bytes > capacity() || segment.byteSize() == 0) {
      long size = Math.max(bytes, Math.min(2 * capacity(), bytes + (64 << 20)));
      MemorySegment larger = slab.allocate(size + SLACK);
      MemorySegment.copy(segment, 0, larger, 0, kept);
      segment = larger;
    }
    return segment;
  }
}
