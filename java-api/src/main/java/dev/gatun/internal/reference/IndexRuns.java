package dev.gatun.internal.reference;

import dev.gatun.internal.kernel.DecodeException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Dictionary indexes, one by one.
final class IndexRuns {
  private final MemorySegment data;
  private final long limit;
  private final int width;
  private long position;
  private long run;
  private boolean packed;
  private long bit;
  private int value;

  IndexRuns(MemorySegment data, long start, long limit) {
    this.data = data;
    this.limit = limit;
    this.position = start;
    this.width = start < limit ? data.get(ValueLayout.JAVA_BYTE, position++) & 0xff : 99;
    if (width > 32) {
      throw cut();
    }
  }

  int next() {
    while (run == 0 && width > 0) {
      position += packed ? bit / 8 : 0;
      long header = 0;
      for (int shift = 0; ; shift += 7) {
        if (position >= limit || shift > 28) {
          throw cut();
        }
        byte b = data.get(ValueLayout.JAVA_BYTE, position++);
        header |= (b & 0x7fL) << shift;
        if (b >= 0) {
          break;
        }
      }
      packed = (header & 1) != 0;
      run = packed ? (header >>> 1) * 8 : header >>> 1;
      bit = 0;
      if (!packed) {
        value = (int) bits(0, (width + 7) / 8 * 8);
        position += (width + 7) / 8;
      }
    }
    if (packed && width > 0) {
      value = (int) bits(bit, width);
      bit += width;
    }
    run -= width > 0 ? 1 : 0;
    return value;
  }

  private long bits(long from, int count) {
    if ((from + count + 7) / 8 > limit - position) {
      throw cut();
    }
    long word = data.get(ValueLayout.JAVA_LONG_UNALIGNED, position + from / 8);
    return (word >>> (from % 8)) & ((1L << count) - 1);
  }

  private DecodeException cut() {
    return new DecodeException(-1, "runs are cut short");
  }
}
