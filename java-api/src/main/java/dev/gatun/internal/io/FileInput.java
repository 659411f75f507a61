package dev.gatun.internal.io;

import dev.gatun.InputSource;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A local file. Interrupting a thread inside a read closes the channel for everybody, so the file
/// is opened again then; the interrupt stays set and ends the work at the next checkpoint.
public final class FileInput implements InputSource {
  private static final long LONGEST_READ = 1L << 30;

  private final Path path;
  private final long size;
  private final @Nullable Object identity;
  private FileChannel channel;
  private boolean closed;

  private FileInput(Path path, FileChannel channel, long size, @Nullable Object identity) {
    this.path = path;
    this.channel = channel;
    this.size = size;
    this.identity = identity;
  }

  /// Opens a file.
  public static FileInput open(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new NoSuchFileException(path.toString(), null, "is a directory, not a file");
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    // Not by the channel, which would fail for a thread that is interrupted.
    return new FileInput(path, channel, attributes.size(), attributes.fileKey());
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void read(long position, MemorySegment into) throws IOException {
    if (position < 0 || position > size - into.byteSize()) {
      throw new EOFException(Ranges.beyond(this, position, into.byteSize()));
    }
    boolean interrupted = false;
    try {
      for (long done = 0; done < into.byteSize(); ) {
        long length = Math.min(LONGEST_READ, into.byteSize() - done);
        ByteBuffer part = into.asSlice(done, length).asByteBuffer();
        FileChannel open = channel();
        try {
          int read = open.read(part, position + done);
          if (read < 0) {
            throw new EOFException(path + ": was cut short at byte " + (position + done));
          }
          done += read;
        } catch (ClosedChannelException e) {
          interrupted |= Thread.interrupted();
          reopen(open);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized FileChannel channel() {
    return channel;
  }

  private synchronized void reopen(FileChannel broken) throws IOException {
    if (closed) {
      throw new IOException(path + ": was closed");
    }
    if (channel != broken) {
      return; // another thread did it
    }
    FileChannel fresh = FileChannel.open(path, StandardOpenOption.READ);
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    if (now.size() != size || !Objects.equals(now.fileKey(), identity)) {
      fresh.close();
      throw new IOException(path + ": was replaced while it was read");
    }
    channel = fresh;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    channel.close();
  }
}
