package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.internal.kernel.ParquetHybrid.Layout;
import java.lang.foreign.MemorySegment;

/// The runs of one section, and the values in them.
final class HybridRuns {
  /// A section from which nothing can be read.
  static final HybridRuns NONE = new HybridRuns(MemorySegment.NULL, 1, Layout.HYBRID);

  /// Bytes of the longest run header.
  private static final int LONGEST_HEADER = 5;

  private final MemorySegment section;
  private final int bitWidth;
  private final Layout layout;

  /// Byte of the next run's header.
  private long at;

  /// Values left in the current run.
  private long left;

  /// Bit of the next value, or the value itself.
  private boolean packed;

  private long bit;
  private long repeated;

  HybridRuns(MemorySegment section, int bitWidth, Layout layout) {
    this.section = section;
    this.bitWidth = bitWidth;
    this.layout = layout;
    if (layout != Layout.HYBRID && bitWidth > 0) {
      packed = true;
      left = section.byteSize() * Byte.SIZE / bitWidth;
      at = section.byteSize();
    }
  }

  int bitWidth() {
    return bitWidth;
  }

  /// Whether the current run is one value again and again.
  boolean repeats() {
    return !packed;
  }

  /// Makes sure that the current run has values left.
  ///
  /// @return how many
  long need() {
    while (left == 0) {
      if (bitWidth == 0) {
        left = Long.MAX_VALUE;
      } else {
        nextRun();
      }
    }
    return left;
  }

  private void nextRun() {
    long start = at;
    long header = header();
    long count = header >>> 1;
    packed = (header & 1) != 0;
    if (packed) {
      // The last run may be cut off: its whole values can be read.
      long bytes = Math.min(count * bitWidth, section.byteSize() - at);
      left = Math.min(count * Byte.SIZE, bytes * Byte.SIZE / bitWidth);
      bit = at * Byte.SIZE;
      at += bytes;
      return;
    }
    int bytes = (bitWidth + Byte.SIZE - 1) / Byte.SIZE;
    if (section.byteSize() - at < bytes) {
      throw new DecodeException(start, "section ends in a run");
    }
    repeated = 0;
    for (int i = 0; i < bytes; i++) {
      repeated |= unsigned(at + i) << i * Byte.SIZE;
    }
    if (repeated >>> bitWidth != 0) {
      throw new DecodeException(start, "value of a run has too many bits");
    }
    left = count;
    at += bytes;
  }

  /// The unsigned LEB128 number that a run begins with, up to 2^32 - 1.
  private long header() {
    long start = at;
    long header = 0;
    for (int i = 0; ; i++) {
      if (at >= section.byteSize()) {
        throw new DecodeException(start, "section ends before its values");
      }
      long read = unsigned(at++);
      header |= (read & 0x7f) << 7 * i;
      if (read < 0x80) {
        break;
      }
      if (i == LONGEST_HEADER - 1) {
        throw new DecodeException(start, "run header is too long");
      }
    }
    if (header >>> Integer.SIZE != 0) {
      throw new DecodeException(start, "run is too long");
    }
    return header;
  }

  /// The next value of the current run, which has one.
  long next() {
    left--;
    if (!packed) {
      return repeated;
    }
    long word = word(bit >>> 3);
    int shift = (int) (bit & 7);
    bit += bitWidth;
    return layout == Layout.BIT_PACKED
        ? Long.reverseBytes(word) << shift >>> Long.SIZE - bitWidth
        : word >>> shift & (1L << bitWidth) - 1;
  }

  /// Eight bytes; 0 for those behind the section.
  private long word(long from) {
    if (section.byteSize() - from >= Long.BYTES) {
      return section.get(JAVA_LONG_UNALIGNED, from);
    }
    long word = 0;
    for (long i = from; i < section.byteSize(); i++) {
      word |= unsigned(i) << (i - from) * Byte.SIZE;
    }
    return word;
  }

  /// Passes over values of the current run.
  void skip(long n) {
    left -= n;
    if (packed) {
      bit += n * bitWidth;
    }
  }

  private long unsigned(long index) {
    return Byte.toUnsignedLong(section.get(JAVA_BYTE, index));
  }
}
