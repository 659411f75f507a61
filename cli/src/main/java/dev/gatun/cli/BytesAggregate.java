package dev.gatun.cli;

import dev.gatun.arrow.BinaryColumn;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.FixedSizeBinaryColumn;
import dev.gatun.arrow.StringColumn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
    if (min.mayChange(prefix)) {
      min.add(data, start, length, prefix);
    }
    if (max.mayChange(prefix)) {
      max.add(data, start, length, prefix);
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
    private byte @Nullable [] value;
    private MemorySegment segment = MemorySegment.NULL;
    private long prefix;

    /// @param sign -1 for the least, 1 for the greatest
    Extreme(int sign) {
      this.sign = sign;
    }

    /// False for nearly all values, by their first bytes.
    boolean mayChange(long candidate) {
      return value == null || Long.compareUnsigned(candidate, prefix) * sign >= 0;
    }

    void add(MemorySegment data, long start, int length, long candidate) {
      if (value != null && compare(data, start, length, candidate) * sign <= 0) {
        return;
      }
      value = data.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE);
      segment = MemorySegment.ofArray(value);
      prefix = candidate;
    }

    private int compare(MemorySegment data, long start, int length, long candidate) {
      long known = segment.byteSize();
      if (candidate != prefix) {
        return Long.compareUnsigned(candidate, prefix);
      }
      if (length <= Long.BYTES || known <= Long.BYTES) {
        return Long.compare(length, known); // one goes on where the other ends
      }
      long at =
          MemorySegment.mismatch(
              data, start + Long.BYTES, start + length, segment, Long.BYTES, known);
      if (at < 0 || at + Long.BYTES == Math.min(length, known)) {
        return Long.compare(length, known);
      }
      return Integer.compare(
          data.get(ValueLayout.JAVA_BYTE, start + Long.BYTES + at) & 0xff,
          segment.get(ValueLayout.JAVA_BYTE, Long.BYTES + at) & 0xff);
    }
  }

  @Override
  Summary summary() {
    boolean fixed = field().type() instanceof DataType.FixedSizeBinary;
    return new Summary(
        object(min.value), object(max.value), null, null, null, null, fixed ? null : bytes, null);
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
