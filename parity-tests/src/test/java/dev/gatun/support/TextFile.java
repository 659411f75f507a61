package dev.gatun.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A temporary file that one text after the other is written to.
public final class TextFile implements AutoCloseable {
  private final Path path;

  /// An empty one.
  public TextFile(String ending) {
    try {
      path = Files.createTempFile("gatun-test", ending);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Replaces what is in it.
  public Path write(byte[] text) {
    try {
      return Files.write(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
