package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import dev.gatun.internal.exec.Region;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Copies of arrays, in buffers as long as their contents. Dictionaries that arrays share are
/// copied once, and so are the data that views point into.
public final class ArrayCopy {
  private static final int VIEW = 16;

  private final Region region;
  private final Map<Object, Object> shared = new IdentityHashMap<>();

  /// @param region where the buffers go
  public ArrayCopy(Region region) {
    this.region = region;
  }

  /// A copy that is independent of the array.
  public ArrayData of(ArrayData array) {
    return copy(array, true);
  }

  /// A copy to be changed, which leaves dictionaries and the data of views where they are.
  public ArrayData ofRows(ArrayData array) {
    return copy(array, false);
  }

  private ArrayData copy(ArrayData array, boolean whole) {
    int length = array.length();
    MemorySegment offsets = array.offsets();
    return new ArrayData(
        array.field(),
        length,
        array.nulls(),
        copy(array.validity(), (length + 7L) / 8),
        copy(offsets, (length + 1L) * Integer.BYTES),
        copy(array.values(), valueBytes(array)),
        array.children().stream().map(child -> copy(child, whole)).toList(),
        whole ? dictionary(array.dictionary()) : array.dictionary(),
        whole ? array.views().stream().map(this::data).toList() : array.views());
  }

  /// Bytes of the buffer of values that an array needs.
  private static long valueBytes(ArrayData array) {
    long length = array.length();
    return switch (array.field().type()) {
      case DataType.Bool _ -> (length + 7) / 8;
      case DataType.Utf8 _, DataType.Binary _ ->
          Objects.requireNonNull(array.offsets(), "offsets")
              .getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, length);
      case DataType.Dictionary _ -> length * Integer.BYTES;
      case DataType.Utf8View _, DataType.BinaryView _ -> length * VIEW;
      default -> length * FixedWidths.of(array.field().type());
    };
  }

  private @Nullable MemorySegment copy(@Nullable MemorySegment buffer, long bytes) {
    if (buffer == null) {
      return null;
    }
    return region.allocate(bytes).copyFrom(buffer.asSlice(0, bytes));
  }

  private @Nullable ArrayData dictionary(@Nullable ArrayData dictionary) {
    if (dictionary == null) {
      return null;
    }
    Object known = shared.get(dictionary);
    if (known == null) {
      known = copy(dictionary, true);
      shared.put(dictionary, known);
    }
    return (ArrayData) known;
  }

  private MemorySegment data(MemorySegment data) {
    Object known = shared.get(data);
    if (known == null) {
      known = region.allocate(data.byteSize()).copyFrom(data);
      shared.put(data, known);
    }
    return (MemorySegment) known;
  }
}
