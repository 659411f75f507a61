package dev.gatun.cli;

import dev.gatun.arrow.BinaryColumn;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.FixedSizeBinaryColumn;
import dev.gatun.arrow.StringColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Text and bytes, of any or of one length, in the order of their bytes, which is that of code
/// points for text.
final class BytesAggregate extends ColumnAggregate {
  private static final ValueLayout.OfLong BIG_ENDIAN =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final Extreme min = new Extreme(-1);
  private final Extreme max = new Extreme(1);
  private long bytes;

  BytesAggregate(String path, Field field) {
    super(path, field);
  }

  @Override
  void addValues(Column column, @Nullable MemorySegment valid) {
    if (column instanceof FixedSizeBinaryColumn fixed) {
      int width = fixed.width();
      Validity.runs(
          valid,
          column.length(),
          (from, to) -> {
            for (int i = from; i < to; i++) {
              add(fixed.values(), (long) i * width, width);
            }
          });
      return;
    }
    MemorySegment data =
        column instanceof StringColumn text ? text.values() : ((BinaryColumn) column).values();
    MemorySegment offsets =
        Objects.requireNonNull(
            column instanceof StringColumn text
                ? text.offsets()
                : ((BinaryColumn) column).offsets());
    Validity.runs(
        valid,
        column.length(),
        (from, to) -> {
          int start = offsets.getAtIndex(INT, from);
          bytes -= start;
          for (int i = from; i < to; i++) {
            int end = offsets.getAtIndex(INT, i + 1L);
            add(data, start, end - start);
            start = end;
          }
          bytes += start;
        });
  }

  private void add(MemorySegment data, long start, int length) {
    long prefix = prefix(data, start, length);
    if (min.mayChange(prefix, length)) {
      min.add(data, start, length);
    }
    if (max.mayChange(prefix, length)) {
      max.add(data, start, length);
    }
  }

  /// The first 8 bytes so that unsigned order is that of bytes, zeros after the end.
  private static long prefix(MemorySegment data, long start, int length) {
    if (start + Long.BYTES <= data.byteSize()) {
      long word = data.get(BIG_ENDIAN, start);
      return length >= Long.BYTES
          ? word
          : length == 0 ? 0 : word & -1L << (Long.BYTES - length) * Byte.SIZE;
    }
    long word = 0;
    for (int i = 0; i < Math.min(length, Long.BYTES); i++) {
      word |= (data.get(ValueLayout.JAVA_BYTE, start + i) & 0xffL) << (7 - i) * Byte.SIZE;
    }
    return word;
  }

  /// The least or greatest value so far.
  private static final class Extreme {
    private final int sign;

    /// The value, 8 bytes each as by [#prefix], at least one of them.
    private long[] words = {};

    private int length;
    private boolean known;

    /// @param sign -1 for the least, 1 for the greatest
    Extreme(int sign) {
      this.sign = sign;
    }

    /// False for nearly all values, by their first bytes.
    boolean mayChange(long candidate, int bytes) {
      if (!known) {
        return true;
      }
      return candidate == words[0]
          ? bytes != length || bytes > Long.BYTES
          : Long.compareUnsigned(candidate, words[0]) * sign > 0;
    }

    void add(MemorySegment data, long start, int bytes) {
      if (known && compare(data, start, bytes) * sign <= 0) {
        return;
      }
      words = new long[Math.max(1, (bytes + Long.BYTES - 1) / Long.BYTES)];
      for (int i = 0; i < words.length; i++) {
        words[i] = word(data, start, bytes, i);
      }
      length = bytes;
      known = true;
    }

    private int compare(MemorySegment data, long start, int bytes) {
      int shared = Math.min(words.length, (bytes + Long.BYTES - 1) / Long.BYTES);
      for (int i = 0; i < shared; i++) {
        long word = word(data, start, bytes, i);
        if (word != words[i]) {
          return Long.compareUnsigned(word, words[i]);
        }
      }
      return Integer.compare(bytes, length); // one goes on where the other ends
    }

    private static long word(MemorySegment data, long start, int bytes, int i) {
      return prefix(data, start + (long) i * Long.BYTES, bytes - i * Long.BYTES);
    }

    byte @Nullable [] value() {
      if (!known) {
        return null;
      }
      ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
      bytes.asLongBuffer().put(words);
      return Arrays.copyOf(bytes.array(), length);
    }
  }

  @Override
  Summary summary() {
    boolean fixed = field().type() instanceof DataType.FixedSizeBinary;
    return new Summary(
        object(min.value()),
        object(max.value()),
        null,
        null,
        null,
        null,
        fixed ? null : bytes,
        null);
  }

  private @Nullable Object object(byte @Nullable [] value) {
    if (value == null) {
      return null;
    }
    return field().type() instanceof DataType.Utf8
        ? new String(value, StandardCharsets.UTF_8)
        : SlotValues.isUuid(field()) ? SlotValues.uuid(value) : value;
  }
}
