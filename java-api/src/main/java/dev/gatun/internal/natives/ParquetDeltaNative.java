package dev.gatun.internal.natives;

import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.bindings.generated.gatun_parquet_delta_cursor;
import dev.gatun.internal.kernel.ParquetDelta;
import dev.gatun.internal.kernel.Slack;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// [ParquetDelta] by `gatun_parquet_delta_*`.
public final class ParquetDeltaNative implements ParquetDelta {
  @Override
  public Cursor open() {
    return new NativeCursor();
  }

  private static final class NativeCursor implements Cursor {
    private final CursorMemory memory =
        new CursorMemory("parquet_delta", gatun_parquet_delta_cursor.layout());
    private MemorySegment section = MemorySegment.NULL;

    @Override
    public void begin(MemorySegment data, long offset, long size) {
      close();
      Slack.check(data, offset, size);
      section = data.asSlice(offset, size + Slack.BYTES);
      memory.check(
          gatun_h.gatun_parquet_delta_begin(memory.struct(), section, size, memory.error()));
    }

    @Override
    public long total() {
      return gatun_parquet_delta_cursor.total(memory.struct());
    }

    @Override
    public void int32(long n, MemorySegment out, long offset) {
      MemorySegment values = out.asSlice(offset, Math.multiplyExact(n, Integer.BYTES));
      memory.check(
          gatun_h.gatun_parquet_delta_int32(memory.struct(), section, n, values, memory.error()));
    }

    @Override
    public void int64(long n, MemorySegment out, long offset) {
      MemorySegment values = out.asSlice(offset, Math.multiplyExact(n, Long.BYTES));
      memory.check(
          gatun_h.gatun_parquet_delta_int64(memory.struct(), section, n, values, memory.error()));
    }

    @Override
    public void skip(long n) {
      Objects.checkIndex(n, Long.MAX_VALUE);
      memory.check(gatun_h.gatun_parquet_delta_skip(memory.struct(), section, n, memory.error()));
    }

    @Override
    public long end() {
      memory.check(
          gatun_h.gatun_parquet_delta_end(memory.struct(), memory.figure(), memory.error()));
      return memory.figure().get(ValueLayout.JAVA_LONG, 0);
    }

    @Override
    public void close() {
      section = MemorySegment.NULL;
      memory.check(gatun_h.gatun_parquet_delta_begin(memory.struct(), section, 0, memory.error()));
    }
  }
}
