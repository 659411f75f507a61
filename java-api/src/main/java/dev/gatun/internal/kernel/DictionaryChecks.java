package dev.gatun.internal.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What both implementations of [ColumnDictionary] check before they begin.
public final class DictionaryChecks {
  private DictionaryChecks() {}

  /// @throws IndexOutOfBoundsException when a segment is too small
  public static void encode(
      MemorySegment offsets,
      MemorySegment bytes,
      @Nullable MemorySegment validity,
      int rows,
      MemorySegment indexes,
      MemorySegment firsts,
      int most,
      MemorySegment scratch) {
    Objects.checkFromToIndex(0, (rows + 1L) * Integer.BYTES, offsets.byteSize());
    Slack.check(bytes, 0, offsets.getAtIndex(JAVA_INT, rows));
    if (validity != null) {
      Objects.checkFromToIndex(0, (rows + 7L) / 8, validity.byteSize());
    }
    Objects.checkFromToIndex(0, (long) rows * Integer.BYTES, indexes.byteSize());
    Objects.checkFromToIndex(0, (long) most * Integer.BYTES, firsts.byteSize());
    Objects.checkFromToIndex(0, ColumnDictionary.scratchBytes(most), scratch.byteSize());
  }
}
