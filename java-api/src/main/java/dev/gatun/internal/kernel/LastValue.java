package dev.gatun.internal.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A copy of the value that a cursor gave last, which the next one may begin with: the output it
/// went to is used again by then. Grows to the largest value there was, [Slack] included.
public final class LastValue {
  private static final long LEAST = 256;

  private MemorySegment bytes = allocate(LEAST);
  private long size;

  /// The value's bytes, and room behind them.
  public MemorySegment bytes() {
    return bytes;
  }

  /// Bytes of the value.
  public long size() {
    return size;
  }

  /// Bytes it may have before more must be reserved.
  public long capacity() {
    return bytes.byteSize() - Slack.BYTES;
  }

  /// Forgets the value.
  public void clear() {
    size = 0;
  }

  /// Says how many of the bytes are the value, after somebody else has written them.
  public void resize(long bytesOfValue) {
    size = bytesOfValue;
  }

  /// Takes a copy.
  public void set(MemorySegment from, long offset, long bytesOfValue) {
    reserve(bytesOfValue);
    MemorySegment.copy(from, offset, bytes, 0, bytesOfValue);
    size = bytesOfValue;
  }

  /// Makes room for a larger value and keeps this one.
  public void reserve(long room) {
    if (room <= capacity()) {
      return;
    }
    MemorySegment larger = allocate(Math.max(room, 2 * capacity()));
    MemorySegment.copy(bytes, 0, larger, 0, size);
    bytes = larger;
  }

  private static MemorySegment allocate(long room) {
    return Arena.ofAuto().allocate(room + Slack.BYTES, Slack.BYTES);
  }
}
