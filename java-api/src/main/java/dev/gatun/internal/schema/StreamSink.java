package dev.gatun.internal.schema;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;

/// Writes a schema to a stream, which stays open.
///
/// @param stream where to write
public record StreamSink(OutputStream stream) implements Sink {
  private static final int CHUNK = 1 << 16;

  @Override
  public void accept(MemorySegment text, long size) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, size)];
    for (long at = 0; at < size; at += chunk.length) {
      int length = (int) Math.min(chunk.length, size - at);
      MemorySegment.copy(text, JAVA_BYTE, at, chunk, 0, length);
      stream.write(chunk, 0, length);
    }
  }
}
