package dev.gatun.internal.io;

import dev.gatun.InputSource;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/// Bytes of somebody else.
public final class MemoryInput implements InputSource {
  private final String name;
  private final MemorySegment bytes;

  /// @param name for messages
  public MemoryInput(String name, MemorySegment bytes) {
    this.name = name;
    this.bytes = bytes.asReadOnly();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return bytes.byteSize();
  }

  @Override
  public void read(long position, MemorySegment into) throws IOException {
    if (position < 0 || position > size() - into.byteSize()) {
      throw new EOFException(Ranges.beyond(this, position, into.byteSize()));
    }
    MemorySegment.copy(bytes, position, into, 0, into.byteSize());
  }

  @Override
  public void close() {}
}
