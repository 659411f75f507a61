package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;

/// Input and output of a block of an LZ77 format, with the bounds checked in one place.
final class BlockBytes {
  private final String format;
  private final MemorySegment in;
  private final long inStart;
  private final long inEnd;
  private final MemorySegment out;
  private final long base;
  private final long outEnd;
  private long ip;
  private long op;

  /// @param base where matches may reach back to, at most `outOffset`
  BlockBytes(
      String format,
      MemorySegment in,
      long inOffset,
      long inSize,
      MemorySegment out,
      long base,
      long outOffset,
      long capacity) {
    this.format = format;
    this.in = in;
    this.inStart = inOffset;
    this.inEnd = inOffset + inSize;
    this.out = out;
    this.base = base;
    this.outEnd = outOffset + capacity;
    this.ip = inOffset;
    this.op = outOffset;
  }

  boolean atEnd() {
    return ip == inEnd;
  }

  /// Where the next byte goes, in the output segment.
  long outPosition() {
    return op;
  }

  int next(String missing) {
    if (ip == inEnd) {
      throw problem("block ends in " + missing);
    }
    return in.get(JAVA_BYTE, ip++) & 0xff;
  }

  /// An unsigned number of `bytes` bytes, least significant first.
  long next(int bytes, String missing) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) next(missing) << 8 * i;
    }
    return value;
  }

  void literals(long size) {
    if (size > inEnd - ip) {
      throw problem("block ends in literals");
    }
    room(size);
    MemorySegment.copy(in, ip, out, op, size);
    ip += size;
    op += size;
  }

  /// `size` bytes from `distance` before the end, which may overlap with what they become.
  void match(long distance, long size) {
    if (distance == 0 || distance > op - base) {
      throw problem("match from before the start");
    }
    room(size);
    for (long end = op + size; op < end; ) {
      // Of a match that overlaps with itself, more is there after each copy.
      long n = Math.min(distance, end - op);
      MemorySegment.copy(out, op - distance, out, op, n);
      op += n;
      distance += n;
    }
  }

  private void room(long size) {
    if (size > outEnd - op) {
      throw problem("block decompresses to more than its size");
    }
  }

  DecodeException problem(String what) {
    return new DecodeException(ip - inStart, format + " " + what);
  }
}
