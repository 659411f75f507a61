package dev.gatun.internal.hash;

import dev.gatun.FileSet.Entry;
import dev.gatun.internal.exec.InputStats;
import dev.gatun.internal.io.IoFailures;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A listed file while it is read: opened when its first bytes are wanted. Several threads may read
/// different parts of it. It must have the length it was listed with.
final class OpenFile implements AutoCloseable {
  private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);

  private final Entry entry;
  private @Nullable FileChannel channel;
  private boolean closed;

  OpenFile(Entry entry) {
    this.entry = entry;
  }

  /// Reads a whole file, which is opened and closed.
  ///
  /// @param into has room for a byte more, by which the end is seen
  static void readAll(Entry entry, MemorySegment into, long at) {
    try (FileChannel channel = FileChannel.open(entry.file(), READ)) {
      long room = entry.size() + 1;
      ByteBuffer rest = into.asSlice(at, room).asByteBuffer();
      // A read that gives just what is expected and leaves room was ended by the end of the file.
      int first = channel.read(rest);
      InputStats.count(Math.max(first, 0));
      if (first != entry.size() || first == 0) {
        readOn(entry, channel, rest, first);
      }
    } catch (IOException e) {
      throw failure(entry, e);
    }
  }

  private static void readOn(Entry entry, FileChannel channel, ByteBuffer rest, int first)
      throws IOException {
    for (int n = first; n >= 0 && rest.hasRemaining(); ) {
      n = channel.read(rest);
      InputStats.count(Math.max(n, 0));
    }
    requireLength(entry, rest.position());
  }

  /// @param seen bytes from the beginning, at most one more than there should be
  private static void requireLength(Entry entry, long seen) throws IOException {
    if (seen < entry.size()) {
      throw new EOFException(
          "was cut short to %d bytes while it was read, %d when listed"
              .formatted(seen, entry.size()));
    }
    if (seen > entry.size()) {
      throw new IOException(
          "grew while it was read, it had " + entry.size() + " bytes when listed");
    }
  }

  private static UncheckedIOException failure(Entry entry, IOException e) {
    return IoFailures.of(entry.file().toString(), e);
  }

  /// Fills `into` with the bytes from `position`.
  void read(long position, MemorySegment into) {
    try {
      FileChannel open = channel();
      ByteBuffer rest = into.asByteBuffer();
      while (rest.hasRemaining()) {
        int n = open.read(rest, position + rest.position());
        if (n < 0) {
          requireLength(entry, position + rest.position());
        }
        InputStats.count(n);
      }
      if (position + into.byteSize() == entry.size()) {
        requireEnd(open);
      }
    } catch (IOException e) {
      throw failure(entry, e);
    }
  }

  private void requireEnd(FileChannel open) throws IOException {
    ByteBuffer more = ByteBuffer.allocate(1);
    if (open.read(more, entry.size()) > 0) {
      requireLength(entry, entry.size() + 1);
    }
  }

  private synchronized FileChannel channel() throws IOException {
    if (closed) {
      throw new IOException("was closed");
    }
    if (channel == null) {
      channel = FileChannel.open(entry.file(), READ);
    }
    return channel;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw failure(entry, e);
      }
    }
  }
}
