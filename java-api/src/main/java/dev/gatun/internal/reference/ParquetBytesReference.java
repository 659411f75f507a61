package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.LastValue;
import dev.gatun.internal.kernel.ParquetBytes;
import dev.gatun.internal.kernel.Slack;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// Takes the values one by one from a [ByteArrays].
public final class ParquetBytesReference implements ParquetBytes {
  @Override
  public Cursor open() {
    return new JavaCursor();
  }

  private static final class JavaCursor implements Cursor {
    private final LastValue last = new LastValue();
    private ByteArrays values = ByteArrays.NONE;
    private long wanted;

    @Override
    public void begin(MemorySegment data, long offset, long size, long count, Encoding encoding) {
      close();
      Slack.check(data, offset, size);
      values =
          switch (encoding) {
            case PLAIN -> ByteArrays.plain(data, offset, offset + size, count);
            case DELTA_LENGTH -> ByteArrays.deltaLength(data, offset, offset + size, count);
            case DELTA_PREFIX -> ByteArrays.deltaPrefix(data, offset, offset + size, count);
          };
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
      values = ByteArrays.dictionary(data, offset, offset + size, offsets, bytes, entries);
    }

    @Override
    public long read(long n, MemorySegment offsets, long index, MemorySegment bytes) {
      Objects.checkFromIndexSize(index, n + 1, offsets.byteSize() / Integer.BYTES);
      Slack.check(bytes, 0, 0);
      long room = Math.min(bytes.byteSize() - Slack.BYTES, Integer.MAX_VALUE);
      long at = offsets.getAtIndex(ValueLayout.JAVA_INT, index);
      if (at < 0 || at > room) {
        throw new IllegalArgumentException("the first offset is out of range");
      }
      requireLeft(n);
      long given = 0;
      long size = 0;
      for (; given < n; given++) {
        next(given == 0 ? last.size() : size);
        if (values.size() > room - at) {
          wanted = values.size();
          break;
        }
        MemorySegment previous = given == 0 ? last.bytes() : bytes;
        values.copy(previous, given == 0 ? 0 : at - size, bytes, at);
        values.pass();
        size = values.size();
        at += size;
        offsets.setAtIndex(ValueLayout.JAVA_INT, index + given + 1, (int) at);
      }
      if (values.prefixed() && given > 0) {
        int from = offsets.getAtIndex(ValueLayout.JAVA_INT, index + given - 1);
        last.set(bytes, from, at - from);
      }
      return given;
    }

    @Override
    public long wanted() {
      return wanted;
    }

    @Override
    public void fixed(long n, int width, MemorySegment out, long offset) {
      Objects.checkFromIndexSize(offset, Math.multiplyExact(n, width), out.byteSize());
      requireLeft(n);
      for (long i = 0; i < n; i++) {
        next(last.size());
        if (values.size() != width) {
          values = ByteArrays.NONE;
          throw new DecodeException(-1, "a byte array has a wrong size");
        }
        values.copy(last.bytes(), 0, out, offset + i * width);
        values.pass();
        if (values.prefixed()) {
          last.set(out, offset + i * width, width);
        }
      }
    }

    @Override
    public void skip(long n) {
      Objects.checkIndex(n, Long.MAX_VALUE);
      requireLeft(n);
      for (long i = 0; i < n; i++) {
        next(last.size());
        if (values.prefixed()) {
          last.reserve(values.size());
          values.copy(last.bytes(), 0, last.bytes(), 0);
          last.resize(values.size());
        }
        values.pass();
      }
    }

    /// Looks at the next value; none can be read after a failure.
    private void next(long previous) {
      try {
        values.next(previous);
      } catch (DecodeException e) {
        values = ByteArrays.NONE;
        throw e;
      }
    }

    private void requireLeft(long n) {
      if (n > values.left()) {
        values = ByteArrays.NONE;
        throw new DecodeException(-1, "fewer byte arrays than asked for");
      }
    }

    @Override
    public void close() {
      values = ByteArrays.NONE;
      last.clear();
    }
  }
}
