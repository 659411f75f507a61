package dev.gatun.internal.kernel;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Kernel `column_dictionary`: encodes strings by a dictionary of those that are different, in
/// order of their first appearance. Contract: `gatun/column_dictionary.h`.
public interface ColumnDictionary {
  /// What [#encode] returns when there is no room for another string.
  int TOO_MANY = -1;

  /// Numbers the strings of a column. Whoever wants the dictionary copies those of the rows in
  /// `firsts`. Expected to take time in proportion to rows and bytes, whatever the strings are.
  ///
  /// @param offsets `rows + 1` int32
  /// @param bytes [Slack] bytes behind the last string can be read
  /// @param validity a bit for each row that is not null; null when none is
  /// @param indexes room for `rows` int32: the number of each row's string, 0 for a null one
  /// @param firsts room for `most` int32: the first row of each different string
  /// @param most different strings there may be
  /// @param scratch [#scratchBytes] of `most`, aligned to 8
  /// @return how many different strings there are, [#TOO_MANY] when more than `most`: then what was
  ///     written is worthless
  /// @throws IndexOutOfBoundsException when a segment is too small
  int encode(
      MemorySegment offsets,
      MemorySegment bytes,
      @Nullable MemorySegment validity,
      int rows,
      MemorySegment indexes,
      MemorySegment firsts,
      int most,
      MemorySegment scratch);

  /// Bytes of scratch memory for a dictionary of `most` strings.
  static long scratchBytes(int most) {
    long size = 2L * Math.max(1, most);
    return Long.highestOneBit(2 * size - 1) * Long.BYTES;
  }
}
