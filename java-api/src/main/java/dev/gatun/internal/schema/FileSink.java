package dev.gatun.internal.schema;

import dev.gatun.internal.io.IoFailures;
import dev.gatun.internal.io.OutputFile;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Writes a schema to a file, which appears when it is finished.
public final class FileSink implements Sink, AutoCloseable {
  private static final long LONGEST_WRITE = 1L << 30;

  private final OutputFile file;

  /// Begins the file.
  public FileSink(Path path) {
    this.file = OutputFile.create(path);
  }

  @Override
  public void accept(MemorySegment text, long size) {
    try {
      for (long at = 0; at < size; ) {
        ByteBuffer part = text.asSlice(at, Math.min(size - at, LONGEST_WRITE)).asByteBuffer();
        at += file.channel().write(part);
      }
    } catch (IOException e) {
      throw IoFailures.of(file.name(), e);
    }
  }

  /// Gives the file its name.
  public void finish() {
    try {
      file.finish();
    } catch (IOException e) {
      throw IoFailures.of(file.name(), e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw IoFailures.of(file.name(), e);
    }
  }
}
