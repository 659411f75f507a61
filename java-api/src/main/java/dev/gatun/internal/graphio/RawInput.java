package dev.gatun.internal.graphio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The bytes of a file or stream as they are stored, counted.
final class RawInput implements Decoder {
  @FunctionalInterface
  private interface Reads {
    int read(ByteBuffer target) throws IOException;
  }

  @FunctionalInterface
  private interface Closes {
    void close() throws IOException;
  }

  private final String name;
  private final long size;
  private final Reads reads;
  private final Closes closes;
  private long consumed;

  private RawInput(String name, long size, Reads reads, Closes closes) {
    this.name = name;
    this.size = size;
    this.reads = reads;
    this.closes = closes;
  }

  /// Opens a file.
  ///
  /// @throws UncheckedIOException saying in one line why not
  static RawInput open(Path path) {
    String name = path.toString();
    try {
      if (Files.isDirectory(path)) {
        throw new FileSystemException(name, null, "is a directory, not a file");
      }
      long size = Files.size(path);
      FileChannel file = FileChannel.open(path);
      return new RawInput(name, size, file::read, file::close);
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  /// Reads a stream of the caller's, who closes it.
  static RawInput of(InputStream stream, String name) {
    return new RawInput(name, 0, target -> Streams.read(stream, target), () -> {});
  }

  private static UncheckedIOException failed(String name, IOException cause) {
    String reason =
        switch (cause) {
          case NoSuchFileException _ -> "no such file";
          case AccessDeniedException _ -> "permission denied";
          case FileSystemException e when e.getReason() != null -> e.getReason();
          default -> cause.getMessage() != null ? cause.getMessage() : cause.toString();
        };
    return new UncheckedIOException(name + ": " + reason, cause);
  }

  /// Bytes read so far.
  long consumed() {
    return consumed;
  }

  /// Bytes there are, 0 when not known.
  long size() {
    return size;
  }

  @Override
  public int read(ByteBuffer target) {
    try {
      int n = reads.read(target);
      consumed += Math.max(n, 0);
      return n;
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  @Override
  public void close() {
    try {
      closes.close();
    } catch (IOException e) {
      throw failed(name, e);
    }
  }
}
