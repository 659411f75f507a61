package dev.gatun.internal.reference;

import java.lang.foreign.MemorySegment;

/// The LZ4 block format (lz4_Block_format.md): sequences of a token, literals and a match; the last
/// one has no match.
final class Lz4Block {
  private static final int SHORTEST_MATCH = 4;

  private Lz4Block() {}

  /// @param base where matches may reach back to, at most `outOffset`
  /// @return bytes written, at most `capacity`
  static long decode(
      MemorySegment in,
      long inOffset,
      long inSize,
      MemorySegment out,
      long base,
      long outOffset,
      long capacity) {
    BlockBytes bytes = new BlockBytes("LZ4", in, inOffset, inSize, out, base, outOffset, capacity);
    while (true) {
      int token = bytes.next("a match");
      bytes.literals(length(token >> 4, bytes));
      if (bytes.atEnd()) {
        return bytes.outPosition() - outOffset;
      }
      long distance = bytes.next(2, "an offset");
      bytes.match(distance, SHORTEST_MATCH + length(token & 15, bytes));
    }
  }

  private static long length(int nibble, BlockBytes bytes) {
    long length = nibble;
    if (nibble == 15) {
      int b;
      do {
        b = bytes.next("a length");
        length += b;
      } while (b == 255);
    }
    return length;
  }
}
