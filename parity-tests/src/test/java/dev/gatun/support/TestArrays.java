package dev.gatun.support;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Arrays in Arrow layout from objects of the kinds that `Column.object` returns.
public final class TestArrays {
  private static final int VIEW = 16;
  private static final int INLINE = 12;

  private final Region region;

  /// @param region where the buffers go
  public TestArrays(Region region) {
    this.region = region;
  }

  /// An array of these values. Without nulls it has no validity bits.
  public ArrayData array(Field field, List<?> values) {
    MemorySegment offsets = null;
    MemorySegment data = null;
    List<ArrayData> children = List.of();
    ArrayData dictionary = null;
    List<MemorySegment> views = List.of();
    switch (field.type()) {
      case DataType.Null _ -> {}
      case DataType.Struct _ -> children = structChildren(field, values);
      case DataType.List _ -> {
        List<Object> elements = new ArrayList<>();
        offsets = offsets(values.stream().map(v -> addAll(elements, (List<?>) v)).toList());
        children = List.of(array(field.children().getFirst(), elements));
      }
      case DataType.Map _ -> {
        List<Object> entries = new ArrayList<>();
        Field entry = field.children().getFirst();
        offsets = offsets(values.stream().map(v -> addAll(entries, entries(entry, v))).toList());
        children = List.of(array(entry, entries));
      }
      case DataType.Dictionary(DataType type) -> {
        List<Object> distinct =
            new ArrayList<>(values.stream().filter(Objects::nonNull).distinct().toList());
        dictionary = array(new Field("", type, true), distinct);
        data = fixed(Integer.BYTES, values, (at, v) -> at.set(INT, 0, distinct.indexOf(v)));
      }
      case DataType.Utf8 _, DataType.Binary _ -> {
        List<byte[]> texts = values.stream().map(TestArrays::bytes).toList();
        offsets = offsets(texts.stream().map(t -> t.length).toList());
        data = concatenated(texts);
      }
      case DataType.Utf8View _, DataType.BinaryView _ -> {
        List<byte[]> texts = values.stream().map(TestArrays::bytes).toList();
        data = views(texts);
        views = List.of(concatenated(texts));
      }
      case DataType.Bool _ -> data = bits(values.stream().map(Boolean.TRUE::equals).toList());
      default -> data = fixed(width(field.type()), values, (at, v) -> put(field.type(), at, v));
    }
    int nulls = (int) values.stream().filter(Objects::isNull).count();
    boolean hasBits = nulls > 0 && !(field.type() instanceof DataType.Null);
    return new ArrayData(
        field,
        values.size(),
        nulls,
        hasBits ? bits(values.stream().map(Objects::nonNull).toList()) : null,
        offsets,
        data,
        children,
        dictionary,
        views);
  }

  private List<ArrayData> structChildren(Field field, List<?> values) {
    return field.children().stream()
        .map(
            child ->
                array(
                    child,
                    Arrays.asList(
                        values.stream()
                            .map(v -> v == null ? null : ((Map<?, ?>) v).get(child.name()))
                            .toArray())))
        .toList();
  }

  private static int addAll(List<Object> elements, List<?> list) {
    if (list == null) {
      return 0;
    }
    elements.addAll(list);
    return list.size();
  }

  private static List<?> entries(Field entry, Object map) {
    List<Object> entries = new ArrayList<>();
    if (map != null) {
      ((Map<?, ?>) map)
          .forEach(
              (key, value) -> {
                Map<String, Object> struct = new LinkedHashMap<>();
                struct.put(entry.children().get(0).name(), key);
                struct.put(entry.children().get(1).name(), value);
                entries.add(struct);
              });
    }
    return entries;
  }

  private MemorySegment offsets(List<Integer> lengths) {
    MemorySegment offsets = region.allocate(4L * (lengths.size() + 1));
    int end = 0;
    offsets.set(INT, 0, end);
    for (int i = 0; i < lengths.size(); i++) {
      end += lengths.get(i);
      offsets.setAtIndex(INT, i + 1, end);
    }
    return offsets;
  }

  private MemorySegment bits(List<Boolean> values) {
    MemorySegment bits = region.allocateZeroed((values.size() + 7) / 8);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i)) {
        byte old = bits.get(ValueLayout.JAVA_BYTE, i / 8);
        bits.set(ValueLayout.JAVA_BYTE, i / 8, (byte) (old | 1 << i % 8));
      }
    }
    return bits;
  }

  private static byte[] bytes(Object value) {
    return switch (value) {
      case null -> new byte[0];
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      default -> (byte[]) value;
    };
  }

  private MemorySegment concatenated(List<byte[]> texts) {
    MemorySegment data = region.allocate(texts.stream().mapToLong(t -> t.length).sum());
    long at = 0;
    for (byte[] text : texts) {
      MemorySegment.copy(text, 0, data, ValueLayout.JAVA_BYTE, at, text.length);
      at += text.length;
    }
    return data;
  }

  private MemorySegment views(List<byte[]> texts) {
    MemorySegment views = region.allocateZeroed((long) VIEW * texts.size());
    int at = 0;
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = texts.get(i);
      MemorySegment view = views.asSlice((long) VIEW * i, VIEW);
      view.set(INT, 0, text.length);
      int seen = text.length <= INLINE ? text.length : 4;
      MemorySegment.copy(text, 0, view, ValueLayout.JAVA_BYTE, 4, seen);
      if (text.length > INLINE) {
        view.set(INT, 12, at);
      }
      at += text.length;
    }
    return views;
  }

  private interface Put {
    void put(MemorySegment slot, Object value);
  }

  private MemorySegment fixed(int width, List<?> values, Put put) {
    MemorySegment data = region.allocateZeroed((long) width * values.size());
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        put.put(data.asSlice((long) width * i, width), values.get(i));
      }
    }
    return data;
  }

  private static int width(DataType type) {
    return switch (type) {
      case DataType.Int(int bits, _) -> bits / 8;
      case DataType.FloatingPoint(int bits) -> bits / 8;
      case DataType.Decimal(_, _, int bits) -> bits / 8;
      case DataType.FixedSizeBinary(int width) -> width;
      case DataType.Date _ -> 4;
      case DataType.Time(TimeUnit unit) -> unit.compareTo(TimeUnit.MILLISECOND) <= 0 ? 4 : 8;
      case DataType.Timestamp _ -> 8;
      default -> throw new AssertionError(type);
    };
  }

  private static void put(DataType type, MemorySegment slot, Object value) {
    BigInteger bits =
        switch (type) {
          case DataType.FloatingPoint(int width) -> BigInteger.valueOf(floatBits(width, value));
          case DataType.Decimal _ -> ((BigDecimal) value).unscaledValue();
          case DataType.FixedSizeBinary _ -> null;
          case DataType.Date _ -> BigInteger.valueOf(((LocalDate) value).toEpochDay());
          case DataType.Time(TimeUnit unit) ->
              BigInteger.valueOf(((LocalTime) value).toNanoOfDay() / nanos(unit));
          case DataType.Timestamp(TimeUnit unit, _) -> BigInteger.valueOf(sinceEpoch(unit, value));
          default -> new BigInteger(value.toString());
        };
    if (bits == null) {
      slot.copyFrom(MemorySegment.ofArray((byte[]) value));
      return;
    }
    for (int i = 0; i < slot.byteSize(); i++) {
      slot.set(ValueLayout.JAVA_BYTE, i, bits.shiftRight(8 * i).byteValue());
    }
  }

  private static long floatBits(int width, Object value) {
    return switch (width) {
      case 16 -> Float.floatToFloat16((Float) value);
      case 32 -> Float.floatToRawIntBits((Float) value);
      default -> Double.doubleToRawLongBits((Double) value);
    };
  }

  private static long nanos(TimeUnit unit) {
    return switch (unit) {
      case SECOND -> 1_000_000_000;
      case MILLISECOND -> 1_000_000;
      case MICROSECOND -> 1_000;
      case NANOSECOND -> 1;
    };
  }

  private static long sinceEpoch(TimeUnit unit, Object value) {
    Instant instant =
        value instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : (Instant) value;
    return switch (unit) {
      case SECOND -> instant.getEpochSecond();
      case MILLISECOND -> instant.toEpochMilli();
      case MICROSECOND -> ChronoUnit.MICROS.between(Instant.EPOCH, instant);
      case NANOSECOND -> ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    };
  }

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
}
