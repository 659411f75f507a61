package dev.gatun.internal.io;

import java.lang.foreign.MemorySegment;

/// Bytes that come one after the other. For one thread at a time.
public interface ByteStream extends AutoCloseable {
  /// Reads into `into` from `offset` on; waits until there is something.
  ///
  /// @param into native memory, or a `byte[]`
  /// @param length most bytes, at least 1
  /// @return bytes read, at least 1; -1 at the end
  /// @throws dev.gatun.InputFormatException when compressed data is broken, or text is not in its
  ///     encoding; with the offset
  /// @throws java.io.UncheckedIOException when reading fails, with the name of the input. Reads of
  ///     a regular file go on when the thread is interrupted, which it stays; what others throw
  ///     then is told by [IoFailures#isInterrupt].
  int read(MemorySegment into, long offset, int length);

  /// Bytes read of what is stored, compressed as it is.
  long consumed();

  @Override
  void close();
}
