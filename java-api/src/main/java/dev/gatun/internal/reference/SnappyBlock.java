package dev.gatun.internal.reference;

import java.lang.foreign.MemorySegment;

/// The Snappy block format (format_description.txt): the length as a varint, then literals and
/// copies, each behind a tag.
final class SnappyBlock {
  private SnappyBlock() {}

  /// @return bytes written
  static long decode(
      MemorySegment in,
      long inOffset,
      long inSize,
      MemorySegment out,
      long outOffset,
      long outSize) {
    BlockBytes bytes =
        new BlockBytes("Snappy", in, inOffset, inSize, out, outOffset, outOffset, outSize);
    if (length(bytes) != outSize) {
      throw bytes.problem("block says another size");
    }
    while (!bytes.atEnd()) {
      int tag = bytes.next("a tag");
      int high = tag >> 2;
      switch (tag & 3) {
        case 0 -> bytes.literals(1 + (high < 60 ? high : bytes.next(high - 59, "a tag")));
        case 1 -> bytes.match((long) (high >> 3) << 8 | bytes.next("a tag"), 4 + (high & 7));
        case 2 -> bytes.match(bytes.next(2, "a tag"), 1 + high);
        default -> bytes.match(bytes.next(4, "a tag"), 1 + high);
      }
    }
    return bytes.outPosition() - outOffset;
  }

  private static long length(BlockBytes bytes) {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = bytes.next("its length");
      value |= (long) (b & 127) << shift;
      if (b < 128) {
        if (value >> 32 != 0) {
          break;
        }
        return value;
      }
    }
    throw bytes.problem("block has a length of more than 32 bits");
  }
}
