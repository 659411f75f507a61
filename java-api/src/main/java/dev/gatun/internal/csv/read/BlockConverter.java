package dev.gatun.internal.csv.read;

import dev.gatun.Engine;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.csv.CsvProblem;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ArrayHead;
import dev.gatun.internal.arrow.ArraySelector;
import dev.gatun.internal.csv.read.Conversions.Converted;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvUtf8;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the cells of a block into arrays, column by column. For one thread at a time.
final class BlockConverter {
  private final ScanColumns columns;
  private final boolean rejecting;
  private final boolean widening;
  private final boolean validate;
  private final Engine engine;
  private final Conversions conversions;
  private final CsvUtf8 utf8;
  private final Findings findings;
  private final Buffer misfits;

  /// @param rejecting rows that are wrong are left out; else the first one ends the scan
  /// @param widening columns whose types are found out get wider where they must
  /// @param validate whether the text may be something else than UTF-8
  BlockConverter(
      ScanColumns columns,
      Layout layout,
      boolean rejecting,
      boolean widening,
      boolean validate,
      Engine engine,
      Slab scratch) {
    this.columns = columns;
    this.rejecting = rejecting;
    this.widening = widening;
    this.validate = validate;
    this.engine = engine;
    this.conversions = new Conversions(layout, engine, scratch);
    this.utf8 = Kernels.CSV_UTF8.on(engine);
    this.findings = new Findings(columns);
    this.misfits = new Buffer(scratch);
  }

  /// Converts all columns that are wanted.
  BlockResult convert(Block block, Outputs outputs) {
    findings.clear();
    if (validate) {
      validate(block);
    }
    CsvCells cells = block.cells();
    int[] wanted = columns.wanted();
    List<ArrayData> arrays = new ArrayList<>(wanted.length);
    for (int slot = 0; slot < wanted.length; slot++) {
      arrays.add(column(cells, wanted[slot], slot, outputs));
    }
    return finish(block, arrays);
  }

  /// The type board's types now hold the cells of these columns; nothing is kept.
  BlockResult look(Block block, Outputs outputs) {
    findings.clear();
    CsvCells cells = block.cells();
    int[] wanted = columns.wanted();
    for (int slot = 0; slot < wanted.length; slot++) {
      if (columns.types().isOpen(wanted[slot])) {
        column(cells, wanted[slot], slot, outputs);
      }
    }
    return new BlockResult(List.of(), block.rows, List.of(), null, null, block.bytes());
  }

  /// Converts one column of rows that all fit.
  ArrayData again(Block block, int slot, @Nullable Selection kept, Outputs outputs) {
    findings.clear();
    return select(column(block.cells(), columns.wanted()[slot], slot, outputs), kept);
  }

  private ArrayData column(CsvCells cells, int cell, int slot, Outputs outputs) {
    TypeBoard types = columns.types();
    DataType type = types.type(cell);
    boolean found = types.isFound(cell);
    Converted converted = convert(cells, cell, columns.field(cell, type), found, slot, outputs);
    if (converted.misfits() == 0) {
      return converted.array();
    }
    if (found && widening) {
      for (DataType wider : FoundTypes.above(type, types.string())) {
        Field field = columns.field(cell, wider);
        Converted attempt = conversions.convert(cells, cell, field, true, slot, outputs, null);
        if (attempt.misfits() == 0) {
          types.widen(cell, wider);
          return attempt.array();
        }
      }
      throw new IllegalStateException("strings take everything");
    }
    if (rejecting) {
      findings.misfits(misfits.segment(), cells.rows(), cell);
    } else {
      findings.misfit(converted.firstMisfit(), cell);
    }
    return converted.array();
  }

  private Converted convert(
      CsvCells cells, int cell, Field field, boolean found, int slot, Outputs outputs) {
    MemorySegment bits = null;
    if (rejecting && !(found && widening)) {
      long bytes = (cells.rows() + 63L) / 64 * Long.BYTES;
      bits = misfits.ensure(bytes, 0);
      bits.asSlice(0, bytes).fill((byte) 0);
    }
    return conversions.convert(cells, cell, field, found, slot, outputs, bits);
  }

  /// Notes each cell that is not UTF-8. What is outside of cells, such as comments, may be
  /// anything.
  private void validate(Block block) {
    MemorySegment text = block.text.segment();
    long at = block.from;
    while (true) {
      at = utf8.firstInvalid(text, at, block.to);
      if (at == block.to) {
        return;
      }
      int cell = cellAt(block, at);
      if (cell >= 0) {
        findings.malformed(cell / block.width, cell % block.width, at);
        if (!rejecting) {
          return;
        }
        at = block.cells().end(cell / block.width, block.width - 1);
      } else {
        at++;
      }
    }
  }

  /// The cell that a position lies in, -1 when it lies in none.
  private static int cellAt(Block block, long position) {
    CsvCells cells = block.flat();
    int low = 0;
    int high = cells.rows() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (cells.end(middle, 0) <= position) {
        low = middle + 1;
      } else if (cells.start(middle, 0) > position) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  private BlockResult finish(Block block, List<ArrayData> arrays) {
    List<CsvProblem> rejects = new ArrayList<>();
    block.rejects.forEach(reject -> rejects.add(reject.problem()));
    CsvProblem failure = block.failure;
    int rows = block.rows;
    Selection kept = null;
    List<ArrayData> result = arrays;
    if (!findings.isEmpty() && rejecting) {
      rejects.addAll(findings.all(block));
      rejects.sort(Comparator.comparingLong(CsvProblem::record));
      kept = keep(block);
      Selection selection = kept;
      result = arrays.stream().map(array -> select(array, selection)).toList();
      rows = kept.kept();
    } else if (!findings.isEmpty()) {
      failure = findings.first(block);
      rows = findings.firstRow();
      int before = rows;
      result = arrays.stream().map(array -> ArrayHead.of(array, before)).toList();
    }
    return new BlockResult(
        rows == 0 ? List.of() : result, rows, rejects, failure, kept, block.bytes());
  }

  private Selection keep(Block block) {
    MemorySegment bits = Arena.ofAuto().allocate((block.rows + 63L) / 64 * Long.BYTES, Long.BYTES);
    findings.keep(bits, block.rows);
    return new Selection(block.rows, bits, block.rows - findings.count());
  }

  private ArrayData select(ArrayData array, @Nullable Selection kept) {
    if (kept == null) {
      return array;
    }
    try (Arena scratch = Arena.ofConfined()) {
      return new ArraySelector(Kernels.COLUMN_SELECT.on(engine), scratch).select(array, kept);
    }
  }
}
