package dev.gatun.internal.graphio;

import java.io.IOException;
import java.nio.ByteBuffer;

/// One layer of an input: stored bytes, or what they decompress to.
interface Decoder extends AutoCloseable {
  /// Reads into heap or native memory.
  ///
  /// @return bytes read, at least one unless `target` is full or the data comes in slowly; -1 at
  ///     the end
  /// @throws IOException when the data is not what its format says; the message says what is wrong.
  ///     Failures of the file or stream below are [java.io.UncheckedIOException].
  int read(ByteBuffer target) throws IOException;

  @Override
  void close();
}
