package dev.gatun.internal.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// A file that appears when it is finished, complete: until then it is written under another name
/// beside it, and what was there before stays. What is no regular file, such as a pipe, is written
/// at once.
public final class OutputFile implements AutoCloseable {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Path file;
  private final Path target;
  private final Path written;
  private final FileChannel channel;
  private boolean finished;

  private OutputFile(Path file, Path target, Path written, FileChannel channel) {
    this.file = file;
    this.target = target;
    this.written = written;
    this.channel = channel;
  }

  /// Begins a file.
  ///
  /// @throws java.io.UncheckedIOException when it cannot be written
  public static OutputFile create(Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        return new OutputFile(file, file, file, channel);
      }
      Path target = Files.exists(file) ? file.toRealPath() : file;
      Path written =
          target.resolveSibling(
              ".%s.unfinished-%d-%d"
                  .formatted(
                      target.getFileName(),
                      ProcessHandle.current().pid(),
                      NUMBERS.incrementAndGet()));
      FileChannel channel =
          FileChannel.open(written, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      return new OutputFile(file, target, written, channel);
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    }
  }

  /// What messages call it.
  public String name() {
    return file.toString();
  }

  /// Where its bytes go.
  public FileChannel channel() {
    return channel;
  }

  /// Closes the file and gives it its name.
  public void finish() throws IOException {
    channel.close();
    if (!written.equals(target)) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
    finished = true;
  }

  /// Gives up a file that is not finished. Closing twice does nothing.
  @Override
  public void close() throws IOException {
    channel.close();
    if (!finished && !written.equals(target)) {
      Files.deleteIfExists(written);
    }
  }
}
