package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_error;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;

/// Memory of a cursor: its C struct, an error to fill, and a place for one figure that comes back.
/// Lives until it is closed; the cursor may go from thread to thread.
final class CursorMemory implements AutoCloseable {
  private final String kernel;
  private final Arena arena = Arena.ofShared();
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

  @Override
  public void close() {
    arena.close();
  }
}
