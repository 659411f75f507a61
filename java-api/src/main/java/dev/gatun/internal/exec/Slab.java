package dev.gatun.internal.exec;

import java.lang.foreign.MemorySegment;

/// Hands out pieces of a region's large blocks, so that many middle-sized buffers come from re-used
/// memory too and none costs a block of its own. Thread-safe.
public final class Slab {
  private static final long BLOCK = 4L << 20;

  private final Region region;
  private MemorySegment block = MemorySegment.NULL;
  private long used;

  /// Pieces live as long as the region.
  public Slab(Region region) {
    this.region = region;
  }

  /// `bytes` with undefined contents, aligned to [Region#ALIGNMENT].
  ///
  /// @throws dev.gatun.MemoryLimitException when a limit is passed or the system has no more
  public synchronized MemorySegment allocate(long bytes) {
    if (bytes > BLOCK / 2) {
      return region.allocate(bytes);
    }
    if (used + bytes > block.byteSize()) {
      block = region.allocate(BLOCK);
      used = 0;
    }
    MemorySegment piece = block.asSlice(used, bytes);
    used += (bytes + Region.ALIGNMENT - 1) & -Region.ALIGNMENT;
    return piece;
  }
}
