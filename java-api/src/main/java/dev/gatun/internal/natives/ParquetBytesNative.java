package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.bindings.generated.gatun_parquet_bytes_cursor;
import dev.gatun.internal.kernel.LastValue;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.internal.kernel.Slack;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// [ParquetBytes] by `gatun_parquet_bytes_*`.
public final class ParquetBytesNative implements ParquetBytes {
  @Override
  public Cursor open() {
    return new NativeCursor();
  }

  private static final class NativeCursor implements Cursor {
    private final CursorMemory memory =
        new CursorMemory("parquet_bytes", gatun_parquet_bytes_cursor.layout());
    private final LastValue last = new LastValue();
    private MemorySegment section = MemorySegment.NULL;
    private MemorySegment entryOffsets = MemorySegment.NULL;
    private MemorySegment entryBytes = MemorySegment.NULL;
    private boolean prefixed;

    @Override
    public void begin(MemorySegment data, long offset, long size, long values, Encoding encoding) {
      close();
      Slack.check(data, offset, size);
      section = data.asSlice(offset, size + Slack.BYTES);
      prefixed = encoding == Encoding.DELTA_PREFIX;
      memory.check(
          gatun_h.gatun_parquet_bytes_begin(
              memory.struct(), section, size, values, encoding.ordinal(), memory.error()));
    }

    @Override
    public void beginDictionary(
        MemorySegment data,
        long offset,
        long size,
        MemorySegment offsets,
        MemorySegment bytes,
        int entries) {
      close();
      Slack.check(data, offset, size);
      Objects.checkFromIndexSize(0, (entries + 1L) * Integer.BYTES, offsets.byteSize());
      Slack.check(bytes, 0, offsets.getAtIndex(ValueLayout.JAVA_INT, entries));
      section = data.asSlice(offset, size + Slack.BYTES);
      entryOffsets = offsets;
      entryBytes = bytes;
      memory.check(
          gatun_h.gatun_parquet_bytes_begin_dictionary(
              memory.struct(), section, size, entries, memory.error()));
    }

    @Override
    public long read(long n, MemorySegment offsets, long index, MemorySegment bytes) {
      Objects.checkFromIndexSize(index, n + 1, offsets.byteSize() / Integer.BYTES);
      Slack.check(bytes, 0, 0);
      MemorySegment ends = offsets.asSlice(index * Integer.BYTES);
      lendLast();
      memory.check(
          gatun_h.gatun_parquet_bytes_read(
              memory.struct(),
              section,
              entryOffsets,
              entryBytes,
              n,
              ends,
              bytes,
              bytes.byteSize() - Slack.BYTES,
              memory.figure(),
              memory.error()));
      long given = memory.figure().get(ValueLayout.JAVA_LONG, 0);
      if (prefixed && given > 0) {
        int from = ends.getAtIndex(ValueLayout.JAVA_INT, given - 1);
        last.set(bytes, from, ends.getAtIndex(ValueLayout.JAVA_INT, given) - from);
      }
      return given;
    }

    @Override
    public long wanted() {
      return gatun_parquet_bytes_cursor.wanted(memory.struct());
    }

    @Override
    public void fixed(long n, int width, MemorySegment out, long offset) {
      MemorySegment values = out.asSlice(offset, Math.multiplyExact(n, width));
      lendLast();
      memory.check(
          gatun_h.gatun_parquet_bytes_fixed(
              memory.struct(), section, n, width, values, memory.error()));
      if (prefixed && n > 0) {
        last.set(values, values.byteSize() - width, width);
      }
    }

    @Override
    public void skip(long n) {
      Objects.checkIndex(n, Long.MAX_VALUE);
      lendLast();
      long left = n;
      while (true) {
        memory.check(
            gatun_h.gatun_parquet_bytes_skip(
                memory.struct(), section, left, memory.figure(), memory.error()));
        left -= memory.figure().get(ValueLayout.JAVA_LONG, 0);
        if (prefixed) {
          last.resize(gatun_parquet_bytes_cursor.previous_size(memory.struct()));
        }
        if (left == 0) {
          return;
        }
        last.reserve(wanted());
        lendLast();
      }
    }

    /// Tells the kernel where the value given last is kept.
    private void lendLast() {
      gatun_parquet_bytes_cursor.previous(memory.struct(), last.bytes());
      gatun_parquet_bytes_cursor.previous_size(memory.struct(), last.size());
      gatun_parquet_bytes_cursor.previous_capacity(memory.struct(), last.capacity());
    }

    @Override
    public void close() {
      section = MemorySegment.NULL;
      entryOffsets = MemorySegment.NULL;
      entryBytes = MemorySegment.NULL;
      prefixed = false;
      last.clear();
      memory.check(
          gatun_h.gatun_parquet_bytes_begin(
              memory.struct(), section, 0, 0, Encoding.PLAIN.ordinal(), memory.error()));
    }
  }
}
