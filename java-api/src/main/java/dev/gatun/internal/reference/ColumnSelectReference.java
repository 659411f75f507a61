package dev.gatun.internal.reference;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.gatun.internal.kernel.ColumnFilter;
import dev.gatun.internal.kernel.ColumnSelect;
import java.lang.foreign.MemorySegment;

/// Run by run of kept rows, from the first to the last: in place, nothing is written before it has
/// been read.
public final class ColumnSelectReference implements ColumnSelect {
  /// Takes the rows from `from` to before `to`, which are kept, and become those from `at` on.
  @FunctionalInterface
  private interface Run {
    void take(int from, int to, int at);
  }

  @Override
  public void fixed(Selection selection, int width, MemorySegment values, MemorySegment out) {
    if (width < 1) {
      throw new IllegalArgumentException("column_select: width " + width);
    }
    ColumnFilter.requireBytes(values, (long) selection.rows() * width);
    ColumnFilter.requireBytes(out, (long) selection.kept() * width);
    forRuns(
        selection,
        (from, to, at) ->
            MemorySegment.copy(
                values, (long) from * width, out, (long) at * width, (long) (to - from) * width));
  }

  @Override
  public int bits(Selection selection, MemorySegment values, MemorySegment out) {
    ColumnFilter.requireBytes(values, (selection.rows() + 7L) / 8);
    ColumnFilter.requireBytes(out, (selection.kept() + 7L) / 8);
    BitWriter writer = new BitWriter(out);
    int[] ones = {0};
    forRuns(
        selection,
        (from, to, _) -> {
          for (int row = from; row < to; row++) {
            boolean bit = Bits.get(values, row);
            writer.put(bit);
            ones[0] += bit ? 1 : 0;
          }
        });
    writer.finish();
    return ones[0];
  }

  @Override
  public long strings(
      Selection selection,
      MemorySegment offsets,
      MemorySegment bytes,
      MemorySegment outOffsets,
      MemorySegment outBytes) {
    return offsets(
        selection,
        offsets,
        outOffsets,
        (begin, end, at) -> MemorySegment.copy(bytes, begin, outBytes, at, (long) end - begin));
  }

  @Override
  public int lists(
      Selection selection,
      MemorySegment offsets,
      int elements,
      MemorySegment outOffsets,
      MemorySegment elementSelection) {
    ColumnFilter.requireBytes(elementSelection, (elements + 7L) / 8);
    BitWriter writer = new BitWriter(elementSelection);
    int[] written = {0};
    int size =
        offsets(
            selection,
            offsets,
            outOffsets,
            (begin, end, _) -> {
              for (; written[0] < begin; written[0]++) {
                writer.put(false);
              }
              for (; written[0] < end; written[0]++) {
                writer.put(true);
              }
            });
    for (; written[0] < elements; written[0]++) {
      writer.put(false);
    }
    writer.finish();
    return size;
  }

  /// Writes the offsets of kept rows and hands the ranges they stand for to `ranges`.
  ///
  /// @return the last offset written
  private static int offsets(
      Selection selection, MemorySegment offsets, MemorySegment outOffsets, Run ranges) {
    ColumnFilter.requireBytes(offsets, (selection.rows() + 1L) * Integer.BYTES);
    ColumnFilter.requireBytes(outOffsets, (selection.kept() + 1L) * Integer.BYTES);
    int[] size = {0};
    forRuns(
        selection,
        (from, to, at) -> {
          int begin = get(offsets, from);
          int end = get(offsets, to);
          int shift = size[0] - begin;
          ranges.take(begin, end, size[0]);
          for (int row = from; row < to; row++) {
            set(outOffsets, at + row - from + 1L, get(offsets, row + 1L) + shift);
          }
          size[0] += end - begin;
        });
    set(outOffsets, 0, 0);
    return size[0];
  }

  private static int get(MemorySegment offsets, long index) {
    return offsets.get(JAVA_INT_UNALIGNED, index * Integer.BYTES);
  }

  private static void set(MemorySegment offsets, long index, int value) {
    offsets.set(JAVA_INT_UNALIGNED, index * Integer.BYTES, value);
  }

  /// Longest runs, in order.
  private static void forRuns(Selection selection, Run run) {
    int kept = 0;
    for (int row = 0; row < selection.rows(); ) {
      if (!Bits.get(selection.bits(), row)) {
        row++;
        continue;
      }
      int from = row;
      while (row < selection.rows() && Bits.get(selection.bits(), row)) {
        row++;
      }
      if (row - from > selection.kept() - kept) {
        throw new IndexOutOfBoundsException("column_select: more rows are selected than told");
      }
      run.take(from, row, kept);
      kept += row - from;
    }
  }
}
