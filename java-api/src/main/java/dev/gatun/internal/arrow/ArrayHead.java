package dev.gatun.internal.arrow;

import dev.gatun.arrow.DataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;

/// The first slots of an array, over the same buffers.
public final class ArrayHead {
  private static final ValueLayout.OfInt OFFSET =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private ArrayHead() {}

  /// The first `length` slots, of which there are that many. O(length / 8) for the nulls.
  public static ArrayData of(ArrayData array, int length) {
    if (length == array.length()) {
      return array;
    }
    int nulls = nulls(array, length);
    return new ArrayData(
        array.field(),
        length,
        nulls,
        nulls == 0 ? null : array.validity(),
        array.offsets(),
        array.values(),
        children(array, length),
        array.dictionary(),
        array.views());
  }

  private static List<ArrayData> children(ArrayData array, int length) {
    int below =
        switch (array.field().type()) {
          case DataType.List _, DataType.Map _ ->
              Objects.requireNonNull(array.offsets()).getAtIndex(OFFSET, length);
          default -> length;
        };
    return array.children().stream().map(child -> of(child, below)).toList();
  }

  private static int nulls(ArrayData array, int length) {
    if (array.field().type() instanceof DataType.Null) {
      return length;
    }
    MemorySegment validity = array.validity();
    if (validity == null) {
      return 0;
    }
    int valid = 0;
    for (int i = 0; i < length; i += Byte.SIZE) {
      int bits = Byte.toUnsignedInt(validity.get(ValueLayout.JAVA_BYTE, i >>> 3));
      int here = Math.min(Byte.SIZE, length - i);
      valid += Integer.bitCount(bits & (1 << here) - 1);
    }
    return length - valid;
  }
}
