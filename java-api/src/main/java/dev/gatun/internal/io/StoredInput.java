package dev.gatun.internal.io;

import dev.gatun.InputSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicBoolean;

/// Stored bytes that can be opened: once, or as often as one likes.
public final class StoredInput {
  @FunctionalInterface
  private interface Opening {
    ByteStream open() throws IOException;
  }

  private final String name;
  private final long size;
  private final boolean readableAgain;
  private final Opening opening;
  private final AtomicBoolean opened = new AtomicBoolean();

  private StoredInput(String name, long size, boolean readableAgain, Opening opening) {
    this.name = name;
    this.size = size;
    this.readableAgain = readableAgain;
    this.opening = opening;
  }

  /// A file, a named pipe, a device. What a regular file has grown by after it was opened is not
  /// read, and it fails when it is cut short meanwhile.
  ///
  /// @throws java.io.UncheckedIOException when there is no such file, saying so in one line
  public static StoredInput of(Path path) {
    String name = path.toString();
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new FileSystemException(name, null, "is a directory, not a file");
      }
      boolean regular = attributes.isRegularFile();
      // Files in /proc have contents, but no size.
      Opening opening =
          regular && attributes.size() > 0
              ? () -> RawStream.owning(FileInput.open(path))
              : () -> RawStream.owning(name, FileChannel.open(path));
      return new StoredInput(name, regular ? attributes.size() : 0, regular, opening);
    } catch (IOException e) {
      throw IoFailures.of(name, e);
    }
  }

  /// A source, which is not closed.
  public static StoredInput of(InputSource source) {
    return new StoredInput(source.name(), source.size(), true, () -> RawStream.of(source));
  }

  /// A stream, from where it is to its end; it is not closed.
  public static StoredInput of(String name, InputStream stream) {
    return new StoredInput(name, 0, false, () -> RawStream.of(name, stream));
  }

  /// A channel, from where it is to its end; it is not closed.
  ///
  /// @throws IllegalBlockingModeException when it is in non-blocking mode
  public static StoredInput of(String name, ReadableByteChannel channel) {
    if (channel instanceof SelectableChannel selectable && !selectable.isBlocking()) {
      throw new IllegalBlockingModeException();
    }
    return new StoredInput(name, 0, false, () -> RawStream.of(name, channel));
  }

  /// What a person would call it, for messages.
  public String name() {
    return name;
  }

  /// Bytes stored, 0 when not known.
  public long size() {
    return size;
  }

  /// Whether [#open] can be called again.
  public boolean isReadableAgain() {
    return readableAgain;
  }

  /// Its bytes as they are stored.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be opened, saying in one line why not
  /// @throws IllegalStateException when it was opened before and cannot be again
  public ByteStream open() {
    if (opened.getAndSet(true) && !readableAgain) {
      throw new IllegalStateException(name + ": is a stream, which can be read once only");
    }
    try {
      return opening.open();
    } catch (IOException e) {
      throw IoFailures.of(name, e);
    }
  }
}
