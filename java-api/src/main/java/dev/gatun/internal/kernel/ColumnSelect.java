package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Kernel `column_select`: keeps the selected rows of a column in Arrow layout, in order and close
/// together. The output may be the input. Contract: `gatun/column_select.h`.
public interface ColumnSelect {
  /// Which rows are kept.
  ///
  /// @param bits one bit a row
  /// @param kept number of ones
  record Selection(int rows, MemorySegment bits, int kept) {
    /// @throws IndexOutOfBoundsException when the bitmap is too short
    public Selection {
      ColumnFilter.requireBytes(bits, (rows + 7L) / 8);
    }

    /// Whether a row is kept.
    public boolean has(int row) {
      return (bits.get(ValueLayout.JAVA_BYTE, row >> 3) >> (row & 7) & 1) != 0;
    }
  }

  /// Values of `width` bytes, 1 or more.
  void fixed(Selection selection, int width, MemorySegment values, MemorySegment out);

  /// Values of one bit. The bits behind the last kept row of its last byte become 0.
  ///
  /// @return ones among the kept bits
  int bits(Selection selection, MemorySegment values, MemorySegment out);

  /// Strings by `rows + 1` int32 offsets that ascend; those written begin at 0.
  ///
  /// @return bytes written
  long strings(
      Selection selection,
      MemorySegment offsets,
      MemorySegment bytes,
      MemorySegment outOffsets,
      MemorySegment outBytes);

  /// Lists by `rows + 1` int32 offsets that ascend; those written begin at 0.
  ///
  /// @param elements slots of the child
  /// @param elementSelection set to one bit an element: whether its list is kept
  /// @return elements kept
  int lists(
      Selection selection,
      MemorySegment offsets,
      int elements,
      MemorySegment outOffsets,
      MemorySegment elementSelection);
}
