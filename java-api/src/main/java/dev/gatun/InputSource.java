package dev.gatun;

import dev.gatun.internal.io.FileInput;
import dev.gatun.internal.io.MemoryInput;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// Something with a length and a way to read ranges of it: a local file, bytes in memory, an object
/// in a store. Implementations are thread-safe; the bytes must not change while the source is open.
public interface InputSource extends AutoCloseable {
  /// What a person would call it, for messages.
  String name();

  /// Length in bytes, fixed when the source was opened.
  long size();

  /// Fills `into` with the bytes from `position`.
  ///
  /// @throws EOFException when the source ends before
  /// @throws IOException when the read fails or the source is closed
  void read(long position, MemorySegment into) throws IOException;

  @Override
  void close() throws IOException;

  /// A file, opened for positioned reads. It is not mapped: a file that is cut short while it is
  /// read gives an [EOFException].
  ///
  /// @throws IOException when it cannot be opened
  static InputSource of(Path file) throws IOException {
    return FileInput.open(file);
  }

  /// Bytes in memory, on the heap or off it, which stay the caller's.
  static InputSource of(String name, MemorySegment bytes) {
    return new MemoryInput(name, bytes);
  }

  /// Bytes on the heap.
  static InputSource of(String name, byte[] bytes) {
    return of(name, MemorySegment.ofArray(bytes));
  }
}
