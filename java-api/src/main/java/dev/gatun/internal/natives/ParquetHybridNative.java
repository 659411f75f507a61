package dev.gatun.internal.natives;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.bindings.generated.gatun_error;
import dev.gatun.bindings.generated.gatun_h;
import dev.gatun.bindings.generated.gatun_parquet_hybrid;
import dev.gatun.internal.kernel.HybridChecks;
import dev.gatun.internal.kernel.ParquetHybrid;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// [ParquetHybrid] by the functions of `gatun/parquet_hybrid.h`.
public final class ParquetHybridNative implements ParquetHybrid {
  @Override
  public Cursor open() {
    return new NativeCursor();
  }

  /// The section is handed over with every call, so that closing its arena too early is an
  /// exception.
  private static final class NativeCursor implements Cursor {
    private final MemorySegment cursor;
    private final MemorySegment error;
    private final MemorySegment ones;
    private MemorySegment section = MemorySegment.NULL;

    NativeCursor() {
      // Freed by the garbage collector: to close a shared arena costs more than a page.
      Arena arena = Arena.ofAuto();
      cursor = gatun_parquet_hybrid.allocate(arena);
      error = gatun_error.allocate(arena);
      ones = arena.allocate(JAVA_LONG);
      close();
    }

    @Override
    public void begin(MemorySegment data, long offset, long size, int bitWidth, Layout layout) {
      close();
      HybridChecks.section(data, offset, size);
      section = data.asSlice(offset, size + SLACK);
      check(gatun_h.gatun_parquet_hybrid_begin(cursor, size, bitWidth, layout.ordinal(), error));
    }

    @Override
    public long bits(long n, MemorySegment bitmap, long bitOffset) {
      HybridChecks.bits(n, bitmap, bitOffset);
      check(gatun_h.gatun_parquet_hybrid_bits(cursor, section, n, bitmap, bitOffset, ones, error));
      return ones.get(JAVA_LONG, 0);
    }

    @Override
    public void bytes(long n, MemorySegment out, long offset, int limit) {
      HybridChecks.bytes(n, out, offset, limit);
      check(
          gatun_h.gatun_parquet_hybrid_bytes(
              cursor, section, n, limit, out.asSlice(offset), error));
    }

    @Override
    public void indices(long n, MemorySegment out, long offset, int limit) {
      HybridChecks.indices(n, out, offset, limit);
      check(
          gatun_h.gatun_parquet_hybrid_indices(
              cursor, section, n, limit, out.asSlice(offset), error));
    }

    @Override
    public void gather(
        long n, int width, MemorySegment dictionary, int entries, MemorySegment out, long offset) {
      HybridChecks.gather(n, width, dictionary, entries, out, offset);
      check(
          gatun_h.gatun_parquet_hybrid_gather(
              cursor, section, n, width, dictionary, entries, out.asSlice(offset), error));
    }

    @Override
    public void skip(long n) {
      Objects.checkIndex(n, Long.MAX_VALUE);
      check(gatun_h.gatun_parquet_hybrid_skip(cursor, section, n, error));
    }

    private void check(int status) {
      if (status != 0) {
        throw NativeErrors.decoding("parquet_hybrid", status, error);
      }
    }

    @Override
    public void close() {
      section = MemorySegment.NULL;
      check(gatun_h.gatun_parquet_hybrid_begin(cursor, 0, 1, Layout.HYBRID.ordinal(), error));
    }
  }
}
