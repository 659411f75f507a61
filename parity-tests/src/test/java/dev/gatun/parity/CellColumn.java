package dev.gatun.parity;

import dev.gatun.Engine;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvConverter.Outcome;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// A column of cells in a block of records, and what a converter makes of it.
///
/// @param cells the block
/// @param column which one of the record
record CellColumn(CsvCells cells, int column) {
  /// Lays cells out as the column `column` of records that are `width` cells wide. What lies
  /// between and around them could be parts of numbers.
  static CellColumn of(List<byte[]> column, int width, int index) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes("7".repeat(CsvCells.SLACK).getBytes(StandardCharsets.US_ASCII));
    int[] starts = new int[column.size() * width];
    int[] ends = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = text.size();
      text.writeBytes(i % width == index ? column.get(i / width) : new byte[] {'8'});
      ends[i] = text.size();
      text.writeBytes(new byte[i % 3 == 0 ? 0 : 1]);
    }
    text.writeBytes("9".repeat(CsvCells.SLACK).getBytes(StandardCharsets.US_ASCII));
    MemorySegment block = OffHeap.copy(MemorySegment.ofArray(text.toByteArray()));
    return new CellColumn(
        new CsvCells(block, OffHeap.ints(starts), OffHeap.ints(ends), column.size(), width), index);
  }

  /// All that a conversion to values of `bits` bits gives: values, validity, misfits, outcome.
  Object[] convert(CsvConverter converter, int bits) {
    int rows = cells.rows();
    int words = (rows + 63) / 64 * Long.BYTES;
    int size = (rows * bits + 7) / 8;
    MemorySegment values = noise(size + CsvCells.SLACK);
    MemorySegment validity = noise(words);
    MemorySegment misfits = noise(words).fill((byte) 0);
    Outcome outcome = converter.convert(cells, column, values, validity, misfits);
    Outcome again = converter.convert(cells, column, values, validity, null);
    return new Object[] {
      values.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE),
      validity.toArray(ValueLayout.JAVA_BYTE),
      misfits.toArray(ValueLayout.JAVA_BYTE),
      outcome.toString(),
      again.toString()
    };
  }

  /// Asserts that every tier makes the same of it as the reference.
  void assertParity(Function<Engine, CsvConverter> open, int bits) {
    Sections.assertParity(engine -> () -> convert(open.apply(engine), bits));
  }

  private static MemorySegment noise(int size) {
    return Arena.ofAuto().allocate(size, Long.BYTES).fill((byte) 0xa5);
  }
}
