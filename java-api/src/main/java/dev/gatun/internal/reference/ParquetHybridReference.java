package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.HybridChecks;
import dev.gatun.internal.kernel.ParquetHybrid;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Reads value by value out of [HybridRuns]; what repeats is written in one piece.
public final class ParquetHybridReference implements ParquetHybrid {
  @Override
  public Cursor open() {
    return new ReferenceCursor();
  }

  private static final class ReferenceCursor implements Cursor {
    private HybridRuns runs = HybridRuns.NONE;

    @Override
    public void begin(MemorySegment data, long offset, long size, int bitWidth, Layout layout) {
      runs = HybridRuns.NONE;
      HybridChecks.section(data, offset, size);
      if (bitWidth < 0 || bitWidth > Integer.SIZE) {
        throw new DecodeException(0, "bit width is outside 0..32");
      }
      runs = new HybridRuns(data.asSlice(offset, size), bitWidth, layout);
    }

    /// Values of the current run, from one to `n`.
    private long available(long n) {
      return Math.min(n, runs.need());
    }

    private long value(long limit, String problem) {
      long value = runs.next();
      if (value >= limit) {
        throw new DecodeException(-1, problem);
      }
      return value;
    }

    /// What reads a part of a run.
    private interface Part {
      void read(long from, long n);
    }

    /// Reads `n` values run by run; no value can be read after a failure.
    private void read(long n, Part part) {
      try {
        for (long done = 0; done < n; ) {
          long length = available(n - done);
          part.read(done, length);
          done += length;
        }
      } catch (DecodeException e) {
        runs = HybridRuns.NONE;
        throw e;
      }
    }

    @Override
    public long bits(long n, MemorySegment bitmap, long bitOffset) {
      HybridChecks.bits(n, bitmap, bitOffset);
      if (runs.bitWidth() > 1) {
        throw new IllegalArgumentException("values have more than one bit");
      }
      long[] ones = {0};
      read(
          n,
          (from, length) -> {
            for (long i = bitOffset + from; i < bitOffset + from + length; i++) {
              long bit = runs.next();
              Bits.set(bitmap, i, bit != 0);
              ones[0] += bit;
            }
          });
      if (n > 0) {
        Bits.clearRestOfByte(bitmap, bitOffset + n);
      }
      return ones[0];
    }

    @Override
    public void bytes(long n, MemorySegment out, long offset, int limit) {
      HybridChecks.bytes(n, out, offset, limit);
      read(
          n,
          (from, length) -> {
            if (runs.repeats()) {
              byte value = (byte) value(limit, HybridChecks.LEVEL);
              out.asSlice(offset + from, length).fill(value);
              runs.skip(length - 1);
              return;
            }
            for (long i = offset + from; i < offset + from + length; i++) {
              out.set(JAVA_BYTE, i, (byte) value(limit, HybridChecks.LEVEL));
            }
          });
    }

    @Override
    public void indices(long n, MemorySegment out, long offset, int limit) {
      HybridChecks.indices(n, out, offset, limit);
      read(
          n,
          (from, length) -> {
            for (long i = from; i < from + length; i++) {
              int index = (int) value(limit, HybridChecks.INDEX);
              out.set(JAVA_INT_UNALIGNED, offset + i * Integer.BYTES, index);
            }
          });
    }

    @Override
    public void gather(
        long n, int width, MemorySegment dictionary, int entries, MemorySegment out, long offset) {
      HybridChecks.gather(n, width, dictionary, entries, out, offset);
      read(
          n,
          (from, length) -> {
            long to = offset + from * width;
            for (long i = 0; i < length; i++, to += width) {
              copy(dictionary, value(entries, HybridChecks.INDEX) * width, out, to, width);
            }
          });
    }

    private static void copy(
        MemorySegment source, long from, MemorySegment target, long to, int width) {
      if (width == Long.BYTES) {
        target.set(JAVA_LONG_UNALIGNED, to, source.get(JAVA_LONG_UNALIGNED, from));
      } else if (width == Integer.BYTES) {
        target.set(JAVA_INT_UNALIGNED, to, source.get(JAVA_INT_UNALIGNED, from));
      } else {
        MemorySegment.copy(source, from, target, to, width);
      }
    }

    @Override
    public void skip(long n) {
      Objects.checkIndex(n, Long.MAX_VALUE);
      read(n, (_, length) -> runs.skip(length));
    }

    @Override
    public void close() {
      runs = HybridRuns.NONE;
    }
  }
}
