package dev.gatun.support;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.TimeUnit;
import dev.gatun.internal.arrow.ArrayData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;

/// Reads single slots of [ArrayData] straight from its buffers, as the Arrow format lays them out.
public final class ArrowSlots {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final int VIEW_BYTES = 16;
  private static final int INLINE_BYTES = 12;

  private ArrowSlots() {}

  /// Whether a slot is not null.
  public static boolean isValid(ArrayData array, int slot) {
    return !(array.field().type() instanceof DataType.Null)
        && (array.validity() == null || bit(array.validity(), slot));
  }

  /// Where the elements of a list or the bytes of a string begin; those of the next slot begin
  /// where this one's end.
  public static int offset(ArrayData array, int slot) {
    return array.offsets().getAtIndex(INT, slot);
  }

  /// The type of the values: of a dictionary, that of its values.
  public static DataType valueType(DataType type) {
    return type instanceof DataType.Dictionary dictionary ? dictionary.values() : type;
  }

  /// The value as 64 bits: integers, dates and times extended by their sign, booleans as 0 or 1,
  /// floating point numbers as their raw bits.
  public static long bits(ArrayData array, int slot) {
    MemorySegment values = array.values();
    return switch (array.field().type()) {
      case DataType.Dictionary _ -> bits(array.dictionary(), index(array, slot));
      case DataType.Bool _ -> bit(values, slot) ? 1 : 0;
      case DataType.Int(int bits, boolean signed) -> integer(values, slot, bits, signed);
      case DataType.FloatingPoint(int bits) -> integer(values, slot, bits, false);
      case DataType.Date _ -> integer(values, slot, 32, true);
      case DataType.Time(TimeUnit unit) ->
          integer(values, slot, unit.compareTo(TimeUnit.MILLISECOND) <= 0 ? 32 : 64, true);
      case DataType.Timestamp _ -> integer(values, slot, 64, true);
      case DataType other -> throw new AssertionError(other + " has no 64 bits");
    };
  }

  private static long integer(MemorySegment values, int slot, int bits, boolean signed) {
    long at = (long) slot * (bits / 8);
    return switch (bits) {
      case 8 -> extend(values.get(ValueLayout.JAVA_BYTE, at), signed, 0xFFL);
      case 16 -> extend(values.get(SHORT, at), signed, 0xFFFFL);
      case 32 -> extend(values.get(INT, at), signed, 0xFFFF_FFFFL);
      case 64 -> values.get(LONG, at);
      default -> throw new AssertionError(bits + " bits");
    };
  }

  private static long extend(long value, boolean signed, long mask) {
    return signed ? value : value & mask;
  }

  /// The unscaled value of a decimal.
  public static BigInteger unscaled(ArrayData array, int slot) {
    if (array.field().type() instanceof DataType.Dictionary) {
      return unscaled(array.dictionary(), index(array, slot));
    }
    int width = ((DataType.Decimal) array.field().type()).bits() / 8;
    byte[] bigEndian = copy(array.values(), (long) slot * width, width);
    for (int low = 0, high = width - 1; low < high; low++, high--) {
      byte swapped = bigEndian[low];
      bigEndian[low] = bigEndian[high];
      bigEndian[high] = swapped;
    }
    return new BigInteger(bigEndian);
  }

  /// The bytes of a string or binary.
  public static byte[] bytes(ArrayData array, int slot) {
    return switch (array.field().type()) {
      case DataType.Dictionary _ -> bytes(array.dictionary(), index(array, slot));
      case DataType.Utf8 _, DataType.Binary _ -> {
        int start = offset(array, slot);
        yield copy(array.values(), start, offset(array, slot + 1) - start);
      }
      case DataType.Utf8View _, DataType.BinaryView _ -> view(array, (long) slot * VIEW_BYTES);
      case DataType.FixedSizeBinary(int width) -> copy(array.values(), (long) slot * width, width);
      case DataType other -> throw new AssertionError(other + " has no bytes");
    };
  }

  private static byte[] view(ArrayData array, long at) {
    int length = array.values().get(INT, at);
    if (length <= INLINE_BYTES) {
      return copy(array.values(), at + 4, length);
    }
    byte[] bytes =
        copy(
            array.views().get(array.values().get(INT, at + 8)),
            array.values().get(INT, at + 12),
            length);
    byte[] prefix = copy(array.values(), at + 4, 4);
    if (!java.util.Arrays.equals(prefix, 0, 4, bytes, 0, 4)) {
      throw new AssertionError("the view's prefix is not its beginning");
    }
    return bytes;
  }

  private static byte[] copy(MemorySegment values, long at, int length) {
    return length == 0 ? new byte[0] : values.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
  }

  private static int index(ArrayData array, int slot) {
    return array.values().getAtIndex(INT, slot);
  }

  private static boolean bit(MemorySegment bits, int slot) {
    return (bits.get(ValueLayout.JAVA_BYTE, slot >> 3) >> (slot & 7) & 1) != 0;
  }
}
