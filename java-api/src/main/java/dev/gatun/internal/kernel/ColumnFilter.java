package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Kernel `column_filter`: which rows of a column in Arrow layout pass a test, into a bitmap.
///
/// Every comparison is one form: a value passes when the number of ascending bounds at or below it
/// is odd, or even where values below the first bound pass. Contract: `gatun/column_filter.h`. All
/// methods return the number of rows selected after the call.
public interface ColumnFilter {
  /// What becomes of a result.
  enum Combine {
    /// The selection is the result.
    SET,
    /// Rows that pass stay selected.
    AND,
    /// Rows that pass are selected too.
    OR
  }

  /// How numbers are stored, in the order of `gatun_filter_number`.
  enum NumberType {
    INT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    UINT8(1),
    UINT16(2),
    UINT32(4),
    UINT64(8),
    FLOAT16(2),
    FLOAT32(4),
    FLOAT64(8),
    INT128(16),
    INT256(32);

    private final int width;

    NumberType(int width) {
      this.width = width;
    }

    /// Bytes of a number.
    public int width() {
      return width;
    }
  }

  /// The rows, and where the result goes.
  ///
  /// @param validity one bit a row, 1 = not null; null when no row is null
  /// @param selection one bit a row; bits behind the last row of its last byte become 0
  /// @param nulls whether null rows pass
  record Rows(
      int count,
      @Nullable MemorySegment validity,
      MemorySegment selection,
      Combine combine,
      boolean nulls) {
    /// @throws IndexOutOfBoundsException when a bitmap is too short
    public Rows {
      requireBytes(selection, (count + 7L) / 8);
      if (validity != null) {
        requireBytes(validity, (count + 7L) / 8);
      }
    }
  }

  /// Bounds that are numbers of one type, ascending, none twice. No bound is NaN, and -0 equals 0.
  ///
  /// @param below whether numbers below the first bound pass
  /// @param nans whether NaN passes, which no bound is compared with
  record NumberBounds(
      NumberType type, MemorySegment bounds, int count, boolean below, boolean nans) {
    public NumberBounds {
      requireBytes(bounds, (long) count * type.width());
    }
  }

  /// Bounds that are byte strings, ascending by unsigned bytes, none twice.
  ///
  /// @param offsets `count + 1` int32 into `bounds`
  /// @param below whether strings below the first bound pass
  record BytesBounds(MemorySegment offsets, MemorySegment bounds, int count, boolean below) {
    public BytesBounds {
      requireBytes(offsets, (count + 1L) * Integer.BYTES);
    }
  }

  /// Numbers, one behind the other in `values`.
  long numbers(Rows rows, MemorySegment values, NumberBounds bounds);

  /// Strings by `rows + 1` int32 offsets that ascend.
  long strings(Rows rows, MemorySegment offsets, MemorySegment bytes, BytesBounds bounds);

  /// Byte strings of one width.
  long fixed(Rows rows, int width, MemorySegment bytes, BytesBounds bounds);

  /// Booleans. Joins two bitmaps when `values` is a selection, `zeroes` false and `ones` true.
  long bits(Rows rows, MemorySegment values, boolean zeroes, boolean ones);

  /// The same for every row that is not null, whatever its value.
  long all(Rows rows, boolean pass);

  /// Indexes into a dictionary; an index outside it does not pass.
  ///
  /// @param matches one bit an entry
  long indexes(Rows rows, MemorySegment indexes, MemorySegment matches, int entries);

  /// @throws IndexOutOfBoundsException when a segment has fewer bytes
  static void requireBytes(MemorySegment segment, long bytes) {
    if (bytes < 0 || segment.byteSize() < bytes) {
      throw new IndexOutOfBoundsException(
          "needs " + bytes + " bytes, the segment has " + segment.byteSize());
    }
  }
}
