package dev.gatun.filter;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Arrays of values, and values in PLAIN encoding.
final class ArrayBuilder {
  private ArrayBuilder() {}

  static ArrayData array(Kind kind, List<?> values) {
    int nulls = (int) values.stream().filter(Objects::isNull).count();
    List<byte[]> slots = new ArrayList<>();
    for (Object value : values) {
      slots.add(value == null ? new byte[kind.width] : slot(kind, value));
    }
    boolean text = kind == Kind.TEXT;
    MemorySegment data = kind == Kind.BOOLEAN ? bits(values, Boolean.TRUE::equals) : joined(slots);
    return new ArrayData(
        new Field("c", kind.type, true),
        values.size(),
        nulls,
        nulls == 0 ? null : bits(values, Objects::nonNull),
        text ? offsets(slots) : null,
        data,
        List.of(),
        null,
        List.of());
  }

  /// The same with a dictionary of the values in order of their first place.
  static ArrayData dictionary(Kind kind, List<?> values) {
    List<Object> entries = new ArrayList<>();
    List<byte[]> indexes = new ArrayList<>();
    for (Object value : values) {
      int index = 0;
      while (value != null
          && index < entries.size()
          && !Objects.deepEquals(entries.get(index), value)) {
        index++;
      }
      if (value != null && index == entries.size()) {
        entries.add(value);
      }
      indexes.add(little(index, Integer.BYTES));
    }
    ArrayData plain = array(kind, values);
    return new ArrayData(
        new Field("c", new DataType.Dictionary(kind.type), true),
        plain.length(),
        plain.nulls(),
        plain.validity(),
        null,
        joined(indexes),
        List.of(),
        array(kind, entries),
        List.of());
  }

  static MemorySegment bits(List<?> values, java.util.function.Predicate<Object> test) {
    MemorySegment bits = Arena.ofAuto().allocate((values.size() + 7L) / 8);
    for (int i = 0; i < values.size(); i++) {
      if (test.test(values.get(i))) {
        bits.set(JAVA_BYTE, i / 8, (byte) (bits.get(JAVA_BYTE, i / 8) | 1 << i % 8));
      }
    }
    return bits;
  }

  private static MemorySegment joined(List<byte[]> slots) {
    MemorySegment all =
        Arena.ofAuto().allocate(slots.stream().mapToLong(slot -> slot.length).sum());
    long at = 0;
    for (byte[] slot : slots) {
      MemorySegment.copy(slot, 0, all, JAVA_BYTE, at, slot.length);
      at += slot.length;
    }
    return all;
  }

  private static MemorySegment offsets(List<byte[]> slots) {
    MemorySegment offsets = Arena.ofAuto().allocate((slots.size() + 1L) * Integer.BYTES);
    int at = 0;
    for (int i = 0; i < slots.size(); i++) {
      at += slots.get(i).length;
      offsets.set(JAVA_INT_UNALIGNED, (i + 1L) * Integer.BYTES, at);
    }
    return offsets;
  }

  /// As in an Arrow array.
  private static byte[] slot(Kind kind, Object value) {
    return switch (value) {
      case BigDecimal number -> {
        byte[] big = number.unscaledValue().toByteArray();
        byte[] little = new byte[kind.width];
        Arrays.fill(little, (byte) (number.signum() < 0 ? -1 : 0));
        for (int i = 0; i < Math.min(big.length, kind.width); i++) {
          little[i] = big[big.length - 1 - i];
        }
        yield little;
      }
      case Double real -> real(kind, real);
      case LocalDate date -> little(date.toEpochDay(), kind.width);
      case Instant instant -> little(ChronoUnit.MICROS.between(Instant.EPOCH, instant), kind.width);
      case byte[] bytes -> bytes;
      default -> new byte[] {(byte) (Boolean.TRUE.equals(value) ? 1 : 0)};
    };
  }

  private static byte[] real(Kind kind, double value) {
    return switch (kind) {
      case FLOAT16 -> little(Float.floatToFloat16((float) value), kind.width);
      case FLOAT32 -> little(Float.floatToRawIntBits((float) value), kind.width);
      default -> little(Double.doubleToRawLongBits(value), kind.width);
    };
  }

  private static byte[] little(long value, int width) {
    byte[] all =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    return Arrays.copyOf(all, width);
  }

  /// As in a page or statistics.
  static byte[] plain(Kind kind, Object value) {
    byte[] slot = slot(kind, value);
    return switch (kind.physical) {
      case INT32 -> {
        boolean unsigned = kind.type instanceof DataType.Int integer && !integer.signed();
        byte[] wide = Arrays.copyOf(slot, Integer.BYTES);
        boolean negative = !unsigned && slot[slot.length - 1] < 0;
        Arrays.fill(wide, slot.length, wide.length, (byte) (negative ? -1 : 0));
        yield wide;
      }
      case FIXED_LEN_BYTE_ARRAY -> kind.type instanceof DataType.Decimal ? reversed(slot) : slot;
      default -> slot;
    };
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
