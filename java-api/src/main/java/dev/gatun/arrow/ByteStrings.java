package dev.gatun.arrow;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/// Byte strings by position, in one of Arrow's layouts.
sealed interface ByteStrings {
  /// What there is of fixed width for every position, or the bytes where that is only offsets.
  MemorySegment values();

  /// Bytes of one string.
  int length(int index);

  /// One string where it lies.
  MemorySegment segment(int index);

  /// One after the other: offsets into the bytes, one more than there are strings.
  record Consecutive(MemorySegment offsets, MemorySegment values) implements ByteStrings {
    @Override
    public int length(int index) {
      return offset(index + 1L) - offset(index);
    }

    @Override
    public MemorySegment segment(int index) {
      int start = offset(index);
      return values.asSlice(start, offset(index + 1L) - start);
    }

    private int offset(long index) {
      return offsets.getAtIndex(FixedWidthColumn.INT, index);
    }
  }

  /// Views: the length, then 12 bytes of a short string, or the first 4 bytes of a long one, the
  /// number of the buffer it is in, and where there.
  record Views(MemorySegment values, List<MemorySegment> buffers) implements ByteStrings {
    static final int WIDTH = 16;
    private static final int INLINE = 12;

    @Override
    public int length(int index) {
      return values.get(FixedWidthColumn.INT, (long) index * WIDTH);
    }

    @Override
    public MemorySegment segment(int index) {
      long view = (long) index * WIDTH;
      int length = length(index);
      if (length <= INLINE) {
        return values.asSlice(view + 4, length);
      }
      MemorySegment buffer = buffers.get(values.get(FixedWidthColumn.INT, view + 8));
      return buffer.asSlice(values.get(FixedWidthColumn.INT, view + 12), length);
    }
  }

  /// Those of a dictionary, by index.
  record Encoded(MemorySegment values, ByteStrings dictionary, int size) implements ByteStrings {
    @Override
    public int length(int index) {
      return dictionary.length(entry(index));
    }

    @Override
    public MemorySegment segment(int index) {
      return dictionary.segment(entry(index));
    }

    /// The place in the dictionary.
    int entry(int index) {
      return Objects.checkIndex(values.getAtIndex(FixedWidthColumn.INT, index), size);
    }
  }
}
