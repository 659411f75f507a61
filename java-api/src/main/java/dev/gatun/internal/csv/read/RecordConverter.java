package dev.gatun.internal.csv.read;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.gatun.Engine;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.csv.CsvProblem;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.csv.read.Outputs.Part;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.CsvCells;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/// Turns a block into one column of records as they are: lists of strings. For one thread at a
/// time.
final class RecordConverter {
  private static final Field CELL = new Field("cell", FoundTypes.STRING, true);
  private static final Field RECORD =
      new Field("record", new DataType.List(), false, List.of(CELL), Map.of());

  private final Conversions conversions;
  private final Tallies tallies;
  private final Utf8Check utf8;

  RecordConverter(Layout layout, Engine engine, Slab scratch) {
    tallies = new Tallies(engine);
    conversions = new Conversions(layout, tallies, scratch);
    utf8 = new Utf8Check(tallies);
  }

  /// Ends the block before the first record that is not UTF-8. Comments may be anything.
  private void cutAtMalformed(Block block) {
    MemorySegment text = block.text.segment();
    long position = utf8.firstInvalid(text, block.from, block.to);
    CsvCells cells = block.flat();
    int first = 0;
    for (int row = 0; row < block.rows && position < block.to; row++) {
      int next = block.firsts.segment().getAtIndex(JAVA_INT, row + 1L);
      if (next > first) {
        if (position < cells.start(first, 0)) {
          position = utf8.firstInvalid(text, cells.start(first, 0), block.to);
        }
        if (position < cells.end(next - 1, 0)) {
          cutAt(block, row, first, position);
          return;
        }
      }
      first = next;
    }
  }

  private static void cutAt(Block block, int row, int cell, long position) {
    long begin = block.flat().start(cell, 0);
    block.failure =
        new CsvProblem(
            block.file,
            block.line(begin),
            block.record(row),
            0,
            null,
            block.fileOffset + position,
            CsvProblem.Kind.INVALID_UTF8,
            block.excerpt(begin, position),
            "bytes that are not UTF-8");
    block.rows = row;
    block.cells = cell;
  }

  static Schema schema() {
    return new Schema(List.of(RECORD), Map.of());
  }

  /// Converts all records, or those before the first that is not UTF-8.
  BlockResult convert(Block block, Outputs outputs) {
    try {
      return converted(block, outputs);
    } finally {
      tallies.flush();
    }
  }

  private BlockResult converted(Block block, Outputs outputs) {
    cutAtMalformed(block);
    ArrayData cells = conversions.strings(block.flat(), CELL, outputs);
    long bytes = (block.rows + 1L) * Integer.BYTES;
    MemorySegment offsets = outputs.buffer(1, Part.OFFSETS, bytes);
    MemorySegment.copy(block.firsts.segment(), 0, offsets, 0, bytes);
    ArrayData records =
        new ArrayData(RECORD, block.rows, 0, null, offsets, null, List.of(cells), null, List.of());
    return new BlockResult(
        block.rows == 0 ? List.of() : List.of(records),
        block.rows,
        List.of(),
        block.failure,
        null,
        block.bytes());
  }
}
