package dev.gatun.internal.graphio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The bytes of a file or stream as they are stored, counted. Failures are [UncheckedIOException],
/// so that a decoder's own [IOException] always means bad data.
final class RawInput extends InputStream {
  private final String name;
  private final @Nullable FileChannel file;
  private final @Nullable InputStream stream;
  private final long size;
  private long consumed;

  private RawInput(
      String name, @Nullable FileChannel file, @Nullable InputStream stream, long size) {
    this.name = name;
    this.file = file;
    this.stream = stream;
    this.size = size;
  }

  /// Opens a file.
  ///
  /// @throws UncheckedIOException saying in one line why not
  static RawInput open(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new FileSystemException(path.toString(), null, "is a directory, not a file");
      }
      FileChannel file = FileChannel.open(path);
      return new RawInput(path.toString(), file, null, file.size());
    } catch (IOException e) {
      throw failed(path.toString(), e);
    }
  }

  /// Reads a stream of the caller's, who closes it.
  static RawInput of(InputStream stream, String name) {
    return new RawInput(name, null, stream, 0);
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

  /// Whether the file was closed because the thread was interrupted.
  static boolean isInterrupt(UncheckedIOException e) {
    return e.getCause() instanceof ClosedByInterruptException;
  }

  /// Reads into heap or native memory.
  ///
  /// @return bytes read, -1 at the end
  int read(ByteBuffer target) {
    if (file == null) {
      return Streams.read(this, target);
    }
    try {
      return count(file.read(target));
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  @Override
  public int read(byte[] target, int from, int length) {
    if (stream == null) {
      return read(ByteBuffer.wrap(target, from, length));
    }
    try {
      return count(stream.read(target, from, length));
    } catch (IOException e) {
      throw failed(name, e);
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    int n;
    do {
      n = read(one, 0, 1);
    } while (n == 0);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  private int count(int n) {
    consumed += Math.max(n, 0);
    return n;
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw failed(name, e);
      }
    }
  }
}
