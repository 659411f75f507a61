package dev.gatun.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Supplier;

/// A block of records that are two cells wide, of which the second is converted, with room for what
/// comes out.
final class CsvColumnState {
  static final int ROWS = 1 << 14;
  private static final int WIDTH = 2;
  private static final int COLUMN = 1;

  /// Null tokens: nothing, `NA` and `NULL`.
  static final CsvRules RULES =
      new CsvRules('"', '"', '.', 0, List.of(ascii(""), ascii("NA"), ascii("NULL")));

  private final byte[] bytes;
  private final CsvCells cells;
  private final MemorySegment values = allocate(8L * ROWS + CsvCells.SLACK);
  private final MemorySegment validity = allocate(ROWS / 8);

  /// A column of the cells that `next` gives.
  CsvColumnState(Supplier<String> next) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(new byte[CsvCells.SLACK]);
    MemorySegment starts = allocate(4L * WIDTH * ROWS);
    MemorySegment ends = allocate(4L * WIDTH * ROWS);
    for (int i = 0; i < WIDTH * ROWS; i++) {
      starts.setAtIndex(ValueLayout.JAVA_INT, i, text.size());
      text.writeBytes(ascii(next.get()));
      ends.setAtIndex(ValueLayout.JAVA_INT, i, text.size());
      text.write(i % WIDTH == COLUMN ? '\n' : ',');
    }
    text.writeBytes(new byte[CsvCells.SLACK]);
    bytes = text.toByteArray();
    MemorySegment block = allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes));
    cells = new CsvCells(block, starts, ends, ROWS, WIDTH);
  }

  static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private static MemorySegment allocate(long size) {
    return Arena.ofAuto().allocate(size, 64);
  }

  /// Converts the column.
  Object convert(CsvConverter converter) {
    return converter.convert(cells, COLUMN, values, validity, null);
  }

  /// The cell of a record as the readers of the JVM give it, without its quotes.
  String string(int row) {
    int start = cells.start(row, COLUMN);
    int end = cells.end(row, COLUMN);
    boolean quoted = end > start && bytes[start] == '"';
    return quoted
        ? new String(bytes, start + 1, end - start - 2, US_ASCII)
        : new String(bytes, start, end - start, US_ASCII);
  }
}
