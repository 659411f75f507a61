package dev.gatun.internal.schema;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.InputStats;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.internal.kernel.Slack;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// Text off the heap that grows at its end, with slack behind it for kernels.
final class GrowingText implements AutoCloseable {
  private static final long LONGEST_READ = 1L << 30;
  private static final Set<StandardOpenOption> TO_READ = Set.of(StandardOpenOption.READ);

  private final Execution execution;
  private Region region;
  private MemorySegment segment = MemorySegment.NULL;
  private long size;

  GrowingText(Execution execution) {
    this.execution = execution;
    this.region = execution.ownRegion();
  }

  /// The bytes, and slack behind them.
  MemorySegment segment() {
    return segment;
  }

  long size() {
    return size;
  }

  /// Sets the size, which must not be more than there is room.
  void truncate(long newSize) {
    size = newSize;
  }

  /// Makes room for `more` bytes behind what is there.
  void reserve(long more) {
    long needed = size + more + Slack.BYTES;
    if (needed <= segment.byteSize()) {
      return;
    }
    Region larger = execution.ownRegion();
    try {
      MemorySegment fresh =
          larger.allocate(Math.max(needed, Math.min(2 * size, size + (1L << 28))));
      MemorySegment.copy(segment, 0, fresh, 0, size);
      region.close();
      region = larger;
      segment = fresh;
    } catch (Throwable t) {
      larger.close();
      throw t;
    }
  }

  void append(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reserve(bytes.length);
    MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, size, bytes.length);
    size += bytes.length;
  }

  void append(byte value) {
    reserve(1);
    segment.set(JAVA_BYTE, size, value);
    size++;
  }

  /// Appends a file as it is now, however long it was before.
  void append(Path file, long expected) {
    try (FileChannel channel = FileChannel.open(file, TO_READ)) {
      // One byte more, so that the end is seen without growing.
      reserve(expected + 1);
      while (true) {
        reserve(1);
        long room = Math.min(segment.byteSize() - Slack.BYTES - size, LONGEST_READ);
        int read = channel.read(segment.asSlice(size, room).asByteBuffer());
        if (read < 0) {
          return;
        }
        InputStats.count(read);
        size += read;
      }
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    }
  }

  @Override
  public void close() {
    region.close();
  }
}
