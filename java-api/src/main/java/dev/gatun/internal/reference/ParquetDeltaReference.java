package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetDelta;
import dev.gatun.internal.kernel.Slack;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// Takes the values one by one from [DeltaValues].
public final class ParquetDeltaReference implements ParquetDelta {
  @Override
  public Cursor open() {
    return new JavaCursor();
  }

  private static final class JavaCursor implements Cursor {
    private DeltaValues values = DeltaValues.none();
    private long start;

    @Override
    public void begin(MemorySegment data, long offset, long size) {
      close();
      Slack.check(data, offset, size);
      start = offset;
      values = new DeltaValues(data, offset, offset + size);
    }

    @Override
    public long total() {
      return values.total();
    }

    @Override
    public void int32(long n, MemorySegment out, long offset) {
      Objects.checkFromIndexSize(offset, Math.multiplyExact(n, Integer.BYTES), out.byteSize());
      requireLeft(n);
      for (long i = 0; i < n; i++) {
        int value = (int) next();
        out.set(ValueLayout.JAVA_INT_UNALIGNED, offset + i * Integer.BYTES, value);
      }
    }

    @Override
    public void int64(long n, MemorySegment out, long offset) {
      Objects.checkFromIndexSize(offset, Math.multiplyExact(n, Long.BYTES), out.byteSize());
      requireLeft(n);
      for (long i = 0; i < n; i++) {
        out.set(ValueLayout.JAVA_LONG_UNALIGNED, offset + i * Long.BYTES, next());
      }
    }

    @Override
    public void skip(long n) {
      Objects.checkIndex(n, Long.MAX_VALUE);
      requireLeft(n);
      try {
        values.skip(n);
      } catch (DecodeException e) {
        close();
        throw e;
      }
    }

    /// The next value; none can be read after a failure.
    private long next() {
      try {
        return values.next();
      } catch (DecodeException e) {
        close();
        throw e;
      }
    }

    private void requireLeft(long n) {
      if (n > values.left()) {
        close();
        throw new DecodeException(-1, "fewer delta-packed values than asked for");
      }
    }

    @Override
    public long end() {
      if (values.left() > 0) {
        throw new IllegalArgumentException("values are left");
      }
      return values.end() - start;
    }

    @Override
    public void close() {
      values = DeltaValues.none();
    }
  }
}
