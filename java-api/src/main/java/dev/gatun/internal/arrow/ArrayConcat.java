package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Arrays one after the other, as one. Of every type but dictionaries and views.
public final class ArrayConcat {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

  private final Region region;

  /// @param region where the buffers go
  public ArrayConcat(Region region) {
    this.region = region;
  }

  /// The arrays as one.
  ///
  /// @param field of the result, whose type is that of the arrays
  /// @throws ArithmeticException when offsets of the result take more than 32 bits
  public ArrayData of(Field field, List<ArrayData> arrays) {
    int length = 0;
    int nulls = 0;
    for (ArrayData array : arrays) {
      length = Math.addExact(length, array.length());
      nulls += array.nulls();
    }
    DataType type = field.type();
    MemorySegment validity =
        nulls == 0 || type instanceof DataType.Null
            ? null
            : bits(arrays, length, ArrayData::validity);
    MemorySegment offsets = null;
    MemorySegment values = null;
    List<ArrayData> children = List.of();
    switch (type) {
      case DataType.Null _ -> {}
      case DataType.Bool _ -> values = bits(arrays, length, ArrayData::values);
      case DataType.Utf8 _, DataType.Binary _ -> {
        offsets = offsets(arrays, length);
        values = bytes(arrays, offsets.getAtIndex(INT, length));
      }
      case DataType.List _, DataType.Map _ -> {
        offsets = offsets(arrays, length);
        List<ArrayData> heads = new ArrayList<>();
        for (ArrayData array : arrays) {
          int end = Objects.requireNonNull(array.offsets()).getAtIndex(INT, array.length());
          heads.add(ArrayHead.of(array.children().getFirst(), end));
        }
        children = List.of(of(field.children().getFirst(), heads));
      }
      case DataType.Struct _ -> children = structs(field, arrays);
      default -> values = fixed(type, arrays, length);
    }
    return new ArrayData(
        field, length, nulls, validity, offsets, values, children, null, List.of());
  }

  private List<ArrayData> structs(Field field, List<ArrayData> arrays) {
    List<ArrayData> children = new ArrayList<>();
    for (int i = 0; i < field.children().size(); i++) {
      int place = i;
      children.add(
          of(
              field.children().get(i),
              arrays.stream().map(array -> array.children().get(place)).toList()));
    }
    return children;
  }

  private MemorySegment fixed(DataType type, List<ArrayData> arrays, int length) {
    int width = FixedWidths.of(type);
    if (width == 0) {
      throw new IllegalArgumentException(type + " cannot be put together");
    }
    MemorySegment values = region.allocate(length, width);
    long at = 0;
    for (ArrayData array : arrays) {
      long bytes = (long) array.length() * width;
      MemorySegment.copy(Objects.requireNonNull(array.values()), 0, values, at, bytes);
      at += bytes;
    }
    return values;
  }

  /// Offsets into what follows each other, whether or not it began at 0.
  private MemorySegment offsets(List<ArrayData> arrays, int length) {
    MemorySegment offsets = region.allocate(length + 1L, Integer.BYTES);
    offsets.setAtIndex(INT, 0, 0);
    long at = 0;
    int end = 0;
    for (ArrayData array : arrays) {
      MemorySegment own = Objects.requireNonNull(array.offsets());
      for (int i = 1; i <= array.length(); i++) {
        offsets.setAtIndex(INT, ++at, Math.addExact(end, own.getAtIndex(INT, i)));
      }
      end = Math.addExact(end, own.getAtIndex(INT, array.length()));
    }
    return offsets;
  }

  private MemorySegment bytes(List<ArrayData> arrays, int total) {
    MemorySegment values = region.allocate(total);
    long at = 0;
    for (ArrayData array : arrays) {
      int bytes = Objects.requireNonNull(array.offsets()).getAtIndex(INT, array.length());
      MemorySegment.copy(Objects.requireNonNull(array.values()), 0, values, at, bytes);
      at += bytes;
    }
    return values;
  }

  /// @param buffer ones where there is none
  private MemorySegment bits(
      List<ArrayData> arrays, int length, Function<ArrayData, @Nullable MemorySegment> buffer) {
    MemorySegment bits = region.allocateZeroed((length + 7L) / 8);
    int at = 0;
    for (ArrayData array : arrays) {
      MemorySegment own = buffer.apply(array);
      for (int i = 0; i < array.length(); i++, at++) {
        boolean one = own == null || (own.get(ValueLayout.JAVA_BYTE, i >>> 3) >> (i & 7) & 1) != 0;
        if (one) {
          byte old = bits.get(ValueLayout.JAVA_BYTE, at >>> 3);
          bits.set(ValueLayout.JAVA_BYTE, at >>> 3, (byte) (old | 1 << (at & 7)));
        }
      }
    }
    return bits;
  }
}
