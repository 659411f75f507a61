package dev.gatun.internal.io;

import dev.gatun.InputFormatException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/// What stored bytes decompress to, in memory of a fixed size however much that is.
abstract class Decompression implements ByteStream {
  /// What is stored.
  final ByteStream stored;

  private final String name;
  private long produced;

  Decompression(String name, ByteStream stored) {
    this.name = name;
    this.stored = stored;
  }

  /// As [#read].
  ///
  /// @throws IOException when the data is not what its format says; the message says what is wrong
  abstract int decompress(MemorySegment into, long offset, int length) throws IOException;

  @Override
  public final int read(MemorySegment into, long offset, int length) {
    try {
      int n = decompress(into, offset, length);
      produced += Math.max(n, 0);
      return n;
    } catch (IOException e) {
      throw new InputFormatException(
          name, 0, 0, produced, e.getMessage() + " (the offset is that of the decompressed data)");
    }
  }

  @Override
  public final long consumed() {
    return stored.consumed();
  }

  @Override
  public void close() {
    stored.close();
  }
}
