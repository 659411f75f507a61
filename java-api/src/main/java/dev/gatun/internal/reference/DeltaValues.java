package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Values of one DELTA_BINARY_PACKED section, one by one.
///
/// ```text
/// section   = block values, miniblocks in a block, values in all, first value (zigzag), block*
/// block     = least delta (zigzag), a byte of bit width for each miniblock, miniblock*
/// miniblock = deltas less the least one, bit-packed, least significant bit first
/// ```
///
/// The last block ends with the miniblock that holds the last value.
final class DeltaValues {
  private static final ValueLayout.OfLong LITTLE =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment data;
  private final long start;
  private final long limit;
  private final long total;
  private final long miniblockValues;
  private final long miniblocks;

  private long left;
  private long position;
  private long value;
  private long leastDelta;
  private long widths;
  private long miniblock;
  private int width;
  private long bits;
  private long used;
  private boolean atFirst;

  /// Reads the header.
  ///
  /// @param limit end of the bytes there are, from `start` on
  DeltaValues(MemorySegment data, long start, long limit) {
    this.data = data;
    this.start = start;
    this.limit = limit;
    position = start;
    if (start == limit) {
      total = 0;
      miniblockValues = 0;
      miniblocks = 0;
      return;
    }
    long blockValues = varint();
    miniblocks = varint();
    total = varint();
    value = zigzag();
    require(blockValues > 0 && blockValues <= Integer.MAX_VALUE, "blocks of a wrong size");
    require(miniblocks > 0 && blockValues % miniblocks == 0, "a block is divided wrongly");
    miniblockValues = blockValues / miniblocks;
    require(miniblockValues % 8 == 0, "a block is divided wrongly");
    require(total >= 0, "more values than can be");
    left = total;
    atFirst = total > 0;
    miniblock = miniblocks;
    used = miniblockValues;
  }

  /// A section of no values.
  static DeltaValues none() {
    return new DeltaValues(MemorySegment.NULL, 0, 0);
  }

  long total() {
    return total;
  }

  long left() {
    return left;
  }

  /// The next value; one must be left.
  long next() {
    left--;
    if (atFirst) {
      atFirst = false;
      return value;
    }
    if (used == miniblockValues) {
      nextMiniblock();
    }
    long from = used * width;
    require(bits <= limit && (from + width + 7) / 8 <= limit - bits, "values are cut short");
    used++;
    value += leastDelta + bitsAt(from);
    return value;
  }

  /// Passes over `n` values, of which there are as many left: whole miniblocks of width 0 at once.
  void skip(long n) {
    for (long rest = n; rest > 0; ) {
      long alike = width == 0 && !atFirst ? Math.min(rest, miniblockValues - used) : 0;
      if (alike > 0) {
        value += alike * leastDelta;
        used += alike;
        left -= alike;
        rest -= alike;
      } else {
        next();
        rest--;
      }
    }
  }

  /// The end of the section, once no values are left.
  long end() {
    require(position <= limit, "values are cut short");
    return position;
  }

  /// Goes through the headers of the blocks alone, for [#end]. Values cannot be read any more.
  void skipToEnd() {
    for (long rest = left - 1; rest > 0; rest -= miniblockValues) {
      nextMiniblock();
      require(position <= limit, "values are cut short");
    }
    left = 0;
  }

  private void nextMiniblock() {
    if (miniblock == miniblocks) {
      leastDelta = zigzag();
      require(miniblocks <= limit - position, "values are cut short");
      widths = position;
      position += miniblocks;
      miniblock = 0;
    }
    width = data.get(ValueLayout.JAVA_BYTE, widths + miniblock) & 0xff;
    require(width <= 64, "a bit width is above 64");
    miniblock++;
    bits = position;
    position += miniblockValues / 8 * width;
    used = 0;
  }

  /// `width` bits of the miniblock from bit `from` on.
  private long bitsAt(long from) {
    if (width == 0) {
      return 0;
    }
    long at = bits + from / 8;
    int shift = (int) (from % 8);
    long word = data.get(LITTLE, at) >>> shift;
    if (width + shift > 64) {
      word |= (data.get(ValueLayout.JAVA_BYTE, at + 8) & 0xffL) << (64 - shift);
    }
    return width == 64 ? word : word & ((1L << width) - 1);
  }

  private long zigzag() {
    long coded = varint();
    return (coded >>> 1) ^ -(coded & 1);
  }

  /// ULEB128 of up to ten bytes; bits above 64 are dropped.
  private long varint() {
    long result = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      require(position < limit, "the header is cut short");
      byte b = data.get(ValueLayout.JAVA_BYTE, position++);
      result |= shift < 64 ? (b & 0x7fL) << shift : 0;
      if (b >= 0) {
        return result;
      }
    }
    throw broken("a number has more than ten bytes");
  }

  private void require(boolean right, String problem) {
    if (!right) {
      throw broken(problem);
    }
  }

  private DecodeException broken(String problem) {
    return new DecodeException(position - start, "delta-packed values: " + problem);
  }
}
