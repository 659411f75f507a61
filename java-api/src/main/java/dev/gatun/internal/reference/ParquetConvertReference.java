package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetConvert;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/// Value by value.
public final class ParquetConvertReference implements ParquetConvert {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

  private static final long NANOS_OF_DAY = 86_400_000_000_000L;
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  @Override
  public void fixed(
      Conversion conversion,
      int width,
      MemorySegment in,
      long inOffset,
      long n,
      MemorySegment out,
      long outOffset) {
    conversion.checkWidth(width);
    MemorySegment from = in.asSlice(inOffset, Math.multiplyExact(n, width));
    MemorySegment to = out.asSlice(outOffset, Math.multiplyExact(n, conversion.outBytes()));
    for (long i = 0; i < n; i++) {
      switch (conversion) {
        case INT32_TO_INT8 -> to.set(BYTE, i, (byte) from.get(INT, i * 4));
        case INT32_TO_INT16 -> to.set(SHORT, i * 2, (short) from.get(INT, i * 4));
        case INT96_TO_NANOS -> to.set(LONG, i * 8, nanos(from, i * 12));
        case BIG_ENDIAN_TO_128, BIG_ENDIAN_TO_256 ->
            bigEndian(from, i * width, width, to, i, conversion.outBytes());
      }
    }
  }

  private static long nanos(MemorySegment from, long at) {
    long day = from.get(INT, at + 8) - JULIAN_DAY_OF_1970;
    return day * NANOS_OF_DAY + from.get(LONG, at);
  }

  /// Copies the bytes in the other order, then the sign to the rest.
  private static void bigEndian(
      MemorySegment from, long at, int width, MemorySegment to, long i, int outBytes) {
    int sign = width == 0 ? 0 : from.get(BYTE, at) >> 7;
    for (int b = 0; b < outBytes; b++) {
      byte next = b < width ? from.get(BYTE, at + width - 1 - b) : (byte) sign;
      to.set(BYTE, i * outBytes + b, next);
    }
  }

  @Override
  public void decimals(
      Conversion conversion,
      MemorySegment offsets,
      long index,
      MemorySegment bytes,
      long n,
      MemorySegment out,
      long outOffset) {
    if (!conversion.bigEndian()) {
      throw new IllegalArgumentException(conversion + " is not for numbers of any length");
    }
    Objects.checkFromIndexSize(index, n + 1, offsets.byteSize() / Integer.BYTES);
    int fit = conversion.outBytes();
    MemorySegment to = out.asSlice(outOffset, Math.multiplyExact(n, fit));
    for (long i = 0; i < n; i++) {
      long at = offsets.getAtIndex(ValueLayout.JAVA_INT, index + i);
      int size = (int) (offsets.getAtIndex(ValueLayout.JAVA_INT, index + i + 1) - at);
      for (; size > fit; at++, size--) {
        // A byte in front is needless when the next one begins with the same sign.
        if (bytes.get(BYTE, at) != bytes.get(BYTE, at + 1) >> 7) {
          throw new DecodeException(i, "a number has more bytes than its type");
        }
      }
      bigEndian(bytes, at, size, to, i, fit);
    }
  }
}
