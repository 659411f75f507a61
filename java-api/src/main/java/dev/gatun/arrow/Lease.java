package dev.gatun.arrow;

import dev.gatun.bindings.NativeMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Lends memory to the users of one batch for as long as the batch lives.
///
/// A confined arena is what makes that affordable for every batch: it closes in nanoseconds, while
/// closing a shared one stops every thread of the process for a moment.
final class Lease {
  private final Arena arena;

  Lease(Arena arena) {
    this.arena = arena;
  }

  /// The first `bytes` of a buffer, to be read until the lease ends.
  MemorySegment lend(MemorySegment buffer, long bytes) {
    return NativeMemory.lend(buffer, bytes, arena).asReadOnly();
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
