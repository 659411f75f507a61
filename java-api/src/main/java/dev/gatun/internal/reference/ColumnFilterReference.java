package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.gatun.internal.kernel.ColumnFilter;
import java.lang.foreign.MemorySegment;
import java.util.function.IntPredicate;

/// Row by row: finds how many bounds are at or below the value by binary search.
public final class ColumnFilterReference implements ColumnFilter {
  /// Whether a row's value is at or above a bound.
  @FunctionalInterface
  private interface Reached {
    boolean test(int row, int bound);
  }

  @Override
  public long numbers(Rows rows, MemorySegment values, NumberBounds bounds) {
    NumberType type = bounds.type();
    ColumnFilter.requireBytes(values, (long) rows.count() * type.width());
    if (type.width() > Long.BYTES) {
      int words = type.width() / Long.BYTES;
      Reached reached =
          (row, bound) -> compareWide(values, row, bounds.bounds(), bound, words) >= 0;
      return filter(rows, row -> passes(row, bounds.count(), bounds.below(), reached));
    }
    long[] keys = new long[bounds.count()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(type, bounds.bounds(), i);
    }
    long greatest = greatestNumber(type);
    return filter(
        rows,
        row -> {
          long key = key(type, values, row);
          return key > greatest
              ? bounds.nans()
              : passes(row, keys.length, bounds.below(), (_, bound) -> key >= keys[bound]);
        });
  }

  /// A number that orders as the value does, all NaNs above everything.
  private static long key(NumberType type, MemorySegment values, long index) {
    long at = index * type.width();
    return switch (type) {
      case INT8 -> values.get(JAVA_BYTE, at);
      case INT16 -> values.get(JAVA_SHORT_UNALIGNED, at);
      case INT32 -> values.get(JAVA_INT_UNALIGNED, at);
      case INT64 -> values.get(JAVA_LONG_UNALIGNED, at);
      case UINT8 -> Byte.toUnsignedLong(values.get(JAVA_BYTE, at));
      case UINT16 -> Short.toUnsignedLong(values.get(JAVA_SHORT_UNALIGNED, at));
      case UINT32 -> Integer.toUnsignedLong(values.get(JAVA_INT_UNALIGNED, at));
      case UINT64 -> values.get(JAVA_LONG_UNALIGNED, at) ^ Long.MIN_VALUE;
      case FLOAT16 -> key(Float.float16ToFloat(values.get(JAVA_SHORT_UNALIGNED, at)));
      case FLOAT32 -> key(Float.intBitsToFloat(values.get(JAVA_INT_UNALIGNED, at)));
      case FLOAT64 -> key(Double.longBitsToDouble(values.get(JAVA_LONG_UNALIGNED, at)));
      case INT128, INT256 -> throw new IllegalArgumentException(type + " has no key");
    };
  }

  private static long key(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? -(bits & Long.MAX_VALUE) : bits;
  }

  private static long greatestNumber(NumberType type) {
    return switch (type) {
      case FLOAT16, FLOAT32, FLOAT64 -> key(Double.POSITIVE_INFINITY);
      default -> Long.MAX_VALUE;
    };
  }

  /// Two's complement numbers, lowest word first.
  private static int compareWide(
      MemorySegment a, long aIndex, MemorySegment b, long bIndex, int words) {
    for (int word = words - 1; word >= 0; word--) {
      long x = a.get(JAVA_LONG_UNALIGNED, (aIndex * words + word) * Long.BYTES);
      long y = b.get(JAVA_LONG_UNALIGNED, (bIndex * words + word) * Long.BYTES);
      if (x != y) {
        return word == words - 1 ? Long.compare(x, y) : Long.compareUnsigned(x, y);
      }
    }
    return 0;
  }

  @Override
  public long strings(Rows rows, MemorySegment offsets, MemorySegment bytes, BytesBounds bounds) {
    ColumnFilter.requireBytes(offsets, (rows.count() + 1L) * Integer.BYTES);
    Reached reached =
        (row, bound) ->
            compareBytes(bytes, offset(offsets, row), offset(offsets, row + 1L), bounds, bound)
                >= 0;
    return filter(rows, row -> passes(row, bounds.count(), bounds.below(), reached));
  }

  @Override
  public long fixed(Rows rows, int width, MemorySegment bytes, BytesBounds bounds) {
    ColumnFilter.requireBytes(bytes, (long) rows.count() * width);
    Reached reached =
        (row, bound) ->
            compareBytes(bytes, (long) row * width, (row + 1L) * width, bounds, bound) >= 0;
    return filter(rows, row -> passes(row, bounds.count(), bounds.below(), reached));
  }

  private static int compareBytes(
      MemorySegment bytes, long from, long to, BytesBounds bounds, int bound) {
    long boundFrom = offset(bounds.offsets(), bound);
    long boundTo = offset(bounds.offsets(), bound + 1L);
    long differs = MemorySegment.mismatch(bytes, from, to, bounds.bounds(), boundFrom, boundTo);
    if (differs < 0) {
      return 0;
    }
    if (differs == to - from || differs == boundTo - boundFrom) {
      return Long.compare(to - from, boundTo - boundFrom);
    }
    return Byte.compareUnsigned(
        bytes.get(JAVA_BYTE, from + differs), bounds.bounds().get(JAVA_BYTE, boundFrom + differs));
  }

  private static int offset(MemorySegment offsets, long index) {
    return offsets.get(JAVA_INT_UNALIGNED, index * Integer.BYTES);
  }

  @Override
  public long bits(Rows rows, MemorySegment values, boolean zeroes, boolean ones) {
    ColumnFilter.requireBytes(values, (rows.count() + 7L) / 8);
    return filter(rows, row -> Bits.get(values, row) ? ones : zeroes);
  }

  @Override
  public long all(Rows rows, boolean pass) {
    return filter(rows, _ -> pass);
  }

  @Override
  public long indexes(Rows rows, MemorySegment indexes, MemorySegment matches, int entries) {
    ColumnFilter.requireBytes(indexes, (long) rows.count() * Integer.BYTES);
    ColumnFilter.requireBytes(matches, (entries + 7L) / 8);
    return filter(
        rows,
        row -> {
          int index = offset(indexes, row);
          return index >= 0 && index < entries && Bits.get(matches, index);
        });
  }

  /// Whether an odd number of bounds is reached; an even one if `below`.
  private static boolean passes(int row, int bounds, boolean below, Reached reached) {
    int low = 0;
    int high = bounds;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reached.test(row, middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return below != ((low & 1) != 0);
  }

  private static long filter(Rows rows, IntPredicate test) {
    MemorySegment selection = rows.selection();
    BitWriter out = new BitWriter(selection);
    long selected = 0;
    for (int row = 0; row < rows.count(); row++) {
      boolean before = rows.combine() != Combine.SET && Bits.get(selection, row);
      boolean decided = rows.combine() == Combine.AND ? !before : before;
      boolean after = decided ? before : passes(rows, row, test);
      out.put(after);
      selected += after ? 1 : 0;
    }
    out.finish();
    return selected;
  }

  private static boolean passes(Rows rows, int row, IntPredicate test) {
    MemorySegment validity = rows.validity();
    return validity == null || Bits.get(validity, row) ? test.test(row) : rows.nulls();
  }
}
