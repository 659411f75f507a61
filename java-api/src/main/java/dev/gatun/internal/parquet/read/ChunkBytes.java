package dev.gatun.internal.parquet.read;

import dev.gatun.InputSource;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.InputStats;
import dev.gatun.internal.exec.Slab;
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
  private MemorySegment window = MemorySegment.NULL;

  /// Whether the window is the buffer.
  private boolean owned;
  private long start;
  private long filled;
  private long end;
  private long fileEnd;

  ChunkBytes(Slab slab, LongAdder bytesRead) {
    this.buffer = new Buffer(slab);
    this.bytesRead = bytesRead;
  }

  /// Starts on a chunk.
  ///
  /// @param shared bytes of the file that were read already; they stay until the chunk is done
  void begin(ChunkPlace place, SharedBytes.Window shared) {
    InputSource input = place.source();
    source = input;
    window = shared.segment();
    owned = false;
    start = shared.start();
    filled = shared.size();
    fileEnd = input.size();
    end = Math.min(place.start() + place.size(), fileEnd);
  }

  /// The window. What lies at a file position is at [#offset].
  MemorySegment segment() {
    return window;
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
    long kept = position < start ? 0 : Math.max(0, start + filled - position);
    long want = Math.min(Math.max(n, WINDOW), Math.max(n, end - position));
    MemorySegment before = window;
    if (owned && kept > 0) {
      MemorySegment.copy(before, position - start, before, 0, kept);
    }
    window = buffer.ensure(want, owned ? kept : 0);
    if (!owned && kept > 0) {
      MemorySegment.copy(before, position - start, window, 0, kept);
    }
    owned = true;
    start = position;
    filled = want;
    try {
      InputSource from = Objects.requireNonNull(source);
      InputStats.read(from, position + kept, window.asSlice(kept, want - kept));
    } catch (IOException e) {
      filled = kept;
      throw new UncheckedIOException(e);
    }
    bytesRead.add(want - kept);
  }
}
