package dev.gatun.arrow;

import dev.gatun.bindings.NativeMemory;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Lends memory to the users of one batch for as long as the batch lives.
///
/// A confined arena is what makes that affordable for every batch: it closes in nanoseconds, while
/// closing a shared one stops every thread of the process for a moment.
final class Lease {
  private static final boolean MAY_LEND = NativeMemory.mayLend();

  private final Arena arena;

  Lease(Arena arena) {
    this.arena = arena;
  }

  /// The first `bytes` of a buffer, to be read until the lease ends. Copied where the JVM denies
  /// native access.
  MemorySegment lend(MemorySegment buffer, long bytes) {
    MemorySegment lent =
        MAY_LEND
            ? NativeMemory.lend(buffer, bytes, arena)
            : arena.allocate(bytes, Region.ALIGNMENT).copyFrom(buffer.asSlice(0, bytes));
    return lent.asReadOnly();
  }

  /// @throws IllegalStateException when the lease has ended
  void check() {
    if (!arena.scope().isAlive()) {
      throw ended();
    }
  }

  static IllegalStateException ended() {
    return new IllegalStateException(
        "the batch has ended: its reader went on, or it was closed, detached or exported");
  }

  MemorySegment.Scope scope() {
    return arena.scope();
  }

  void end() {
    arena.close();
  }
}
