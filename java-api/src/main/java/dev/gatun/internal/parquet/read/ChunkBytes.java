package dev.gatun.internal.parquet.read;

import dev.gatun.internal.exec.Slab;
import dev.gatun.parquet.InputSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// A column chunk's bytes, read in order through a window.
final class ChunkBytes {
  /// Bytes read at a time. Large enough to make a read cheap, small enough that many columns side
  /// by side stay small.
  private static final long WINDOW = 1 << 19;

  private final Buffer buffer;
  private final LongAdder bytesRead;
  private @Nullable InputSource source;
  private long start;
  private long filled;
  private long end;
  private long fileEnd;

  ChunkBytes(Slab slab, LongAdder bytesRead) {
    this.buffer = new Buffer(slab);
    this.bytesRead = bytesRead;
  }

  /// Starts on a chunk.
  void begin(ChunkPlace place) {
    InputSource input = place.source();
    source = input;
    start = place.start();
    filled = 0;
    fileEnd = input.size();
    end = Math.min(place.start() + place.size(), fileEnd);
  }

  /// The window. What lies at a file position is at [#offset].
  MemorySegment segment() {
    return buffer.segment();
  }

  /// Bytes from a position to the end of the chunk or, when the metadata cut it short as some
  /// writers do, of the file.
  long available(long position) {
    return Math.max(0, (position < end ? end : fileEnd) - position);
  }

  /// Brings `n` bytes from `position` into the window, of which there are that many in the file,
  /// and returns the offset of the first in [#segment]. Earlier positions are gone then.
  long offset(long position, long n) {
    if (position < start || position + n > start + filled) {
      move(position, n);
    }
    return position - start;
  }

  private void move(long position, long n) {
    long kept = Math.max(0, start + filled - position);
    if (position < start || kept == 0) {
      kept = 0;
    } else {
      MemorySegment window = buffer.segment();
      MemorySegment.copy(window, position - start, window, 0, kept);
    }
    long want = Math.min(Math.max(n, WINDOW), Math.max(n, end - position));
    MemorySegment window = buffer.ensure(want, kept);
    start = position;
    filled = kept;
    try {
      Objects.requireNonNull(source).read(position + kept, window.asSlice(kept, want - kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytesRead.add(want - kept);
    filled = want;
  }
}
