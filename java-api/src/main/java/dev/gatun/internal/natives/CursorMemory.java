package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_error;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/// Memory of a cursor: its C struct, an error to fill, and a place for one figure that comes back.
/// The cursor may go from thread to thread.
final class CursorMemory {
  private final String kernel;
  // Freed by the garbage collector: to close a shared arena costs more than a page.
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment struct;
  private final MemorySegment error = arena.allocate(gatun_error.layout());
  private final MemorySegment figure = arena.allocate(Long.BYTES, Long.BYTES);

  CursorMemory(String kernel, MemoryLayout layout) {
    this.kernel = kernel;
    this.struct = arena.allocate(layout);
  }

  MemorySegment struct() {
    return struct;
  }

  MemorySegment error() {
    return error;
  }

  /// Eight bytes for a result.
  MemorySegment figure() {
    return figure;
  }

  /// Throws what a status means that came with [#error].
  void check(int status) {
    if (status != 0) {
      throw NativeErrors.decoding(kernel, status, error);
    }
  }
}
