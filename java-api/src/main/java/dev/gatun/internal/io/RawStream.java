package dev.gatun.internal.io;

import dev.gatun.InputSource;
import dev.gatun.internal.exec.InputStats;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.ReadableByteChannel;

/// Bytes as they are stored, counted.
final class RawStream implements ByteStream {
  private static final int PIECE = 1 << 16;

  @FunctionalInterface
  private interface Reads {
    /// @param position bytes read before
    /// @return bytes read, -1 at the end
    int read(long position, MemorySegment into, long offset, int length) throws IOException;
  }

  @FunctionalInterface
  private interface Closes {
    void close() throws IOException;
  }

  private final String name;
  private final Reads reads;
  private final Closes closes;
  private long consumed;

  private RawStream(String name, Reads reads, Closes closes) {
    this.name = name;
    this.reads = reads;
    this.closes = closes;
  }

  /// All of a source, which is not closed.
  static RawStream of(InputSource source) {
    return of(source, () -> {});
  }

  /// All of a source, which is closed with the stream.
  static RawStream owning(InputSource source) {
    return of(source, source::close);
  }

  private static RawStream of(InputSource source, Closes closes) {
    Reads reads =
        (position, into, offset, length) -> {
          int n = (int) Math.min(length, source.size() - position);
          if (n == 0) {
            return -1;
          }
          source.read(position, into.asSlice(offset, n));
          return n;
        };
    return new RawStream(source.name(), reads, closes);
  }

  /// The rest of a blocking channel, which is not closed.
  static RawStream of(String name, ReadableByteChannel channel) {
    return new RawStream(name, reads(channel), () -> {});
  }

  /// The rest of a blocking channel, which is closed with the stream.
  static RawStream owning(String name, ReadableByteChannel channel) {
    return new RawStream(name, reads(channel), channel::close);
  }

  private static Reads reads(ReadableByteChannel channel) {
    return (_, into, offset, length) -> channel.read(into.asSlice(offset, length).asByteBuffer());
  }

  /// The rest of a stream, which is not closed.
  static RawStream of(String name, InputStream stream) {
    byte[] piece = new byte[PIECE];
    Reads reads =
        (_, into, offset, length) -> {
          int n = stream.read(piece, 0, Math.min(length, PIECE));
          MemorySegment.copy(piece, 0, into, ValueLayout.JAVA_BYTE, offset, Math.max(n, 0));
          return n;
        };
    return new RawStream(name, reads, () -> {});
  }

  @Override
  public int read(MemorySegment into, long offset, int length) {
    try {
      int n;
      do {
        n = reads.read(consumed, into, offset, length);
      } while (n == 0);
      InputStats.count(Math.max(n, 0));
      consumed += Math.max(n, 0);
      return n;
    } catch (IOException e) {
      throw IoFailures.of(name, e);
    }
  }

  @Override
  public long consumed() {
    return consumed;
  }

  @Override
  public void close() {
    try {
      closes.close();
    } catch (IOException e) {
      throw IoFailures.of(name, e);
    }
  }
}
