package dev.gatun.internal.parquet.read;

import dev.gatun.InputSource;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.InputStats;
import dev.gatun.internal.exec.Slab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// The chunks of a small row group, read at once instead of one by one: what lies between them
/// costs less than more reads. Thread-safe.
final class SharedBytes {
  /// Row groups with more bytes than this are read chunk by chunk.
  private static final long MOST = 4 << 20;

  /// Bytes between two chunks that are read along for nothing.
  private static final long MOST_GAP = 64 << 10;

  private final Buffer buffer;
  private final LongAdder bytesRead;
  private List<ChunkPlace> loaded = List.of();
  private long start;
  private long size;

  SharedBytes(Slab slab, LongAdder bytesRead) {
    this.buffer = new Buffer(slab);
    this.bytesRead = bytesRead;
  }

  /// Where the bytes are: position `start` of the file lies at offset 0.
  record Window(MemorySegment segment, long start, long size) {
    /// No bytes.
    static final Window NONE = new Window(MemorySegment.NULL, 0, 0);
  }

  /// The bytes of these chunks, read by the first caller; none when they are better read apart.
  synchronized Window of(List<ChunkPlace> chunks) {
    if (chunks != loaded) {
      load(chunks);
      loaded = chunks;
    }
    return size == 0 ? Window.NONE : new Window(buffer.segment(), start, size);
  }

  private void load(List<ChunkPlace> chunks) {
    InputSource source = chunks.getFirst().source();
    long from = Long.MAX_VALUE;
    long to = 0;
    long wanted = 0;
    for (ChunkPlace chunk : chunks) {
      from = Math.min(from, chunk.start());
      to = Math.max(to, Math.min(chunk.start() + chunk.size(), source.size()));
      wanted += chunk.size();
    }
    size = 0;
    if (chunks.size() < 2 || to - from > MOST || to - from > wanted + MOST_GAP * chunks.size()) {
      return;
    }
    MemorySegment segment = buffer.ensure(to - from, 0);
    try {
      InputStats.read(source, from, segment.asSlice(0, to - from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytesRead.add(to - from);
    start = from;
    size = to - from;
  }
}
