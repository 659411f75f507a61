package dev.gatun.internal.csv.read;

import dev.gatun.Engine;
import dev.gatun.arrow.DataType;
import dev.gatun.csv.CsvProblem;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ArrayHead;
import dev.gatun.internal.arrow.ArraySelector;
import dev.gatun.internal.csv.read.Conversions.Converted;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.kernel.ColumnSelect.Selection;
import dev.gatun.internal.kernel.CsvCells;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns the cells of a block into arrays, column by column. For one thread at a time.
final class BlockConverter {
  private final ScanColumns columns;
  private final boolean rejecting;
  private final boolean widening;
  private final boolean validate;
  private final Tallies tallies;
  private final Conversions conversions;
  private final Utf8Check utf8;
  private final Findings findings;
  private final Buffer misfits;
  private IntPredicate rejected = _ -> false;

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
    this.tallies = new Tallies(engine);
    this.conversions = new Conversions(layout, tallies, scratch);
    this.utf8 = new Utf8Check(tallies);
    this.findings = new Findings(columns);
    this.misfits = new Buffer(scratch);
  }

  /// Converts all columns that are wanted.
  BlockResult convert(Block block, Outputs outputs) {
    return counted(() -> convertAll(block, outputs));
  }

  private <T> T counted(Supplier<T> task) {
    try {
      return task.get();
    } finally {
      tallies.flush();
    }
  }

  private BlockResult convertAll(Block block, Outputs outputs) {
    begin(block);
    @Nullable ArrayData[] arrays = new @Nullable ArrayData[columns.wanted().length];
    // What these reject has no say in the types of the others.
    columns(block.cells(), false, arrays, outputs);
    columns(block.cells(), true, arrays, outputs);
    List<ArrayData> converted = new ArrayList<>(arrays.length);
    for (ArrayData array : arrays) {
      converted.add(Objects.requireNonNull(array));
    }
    return finish(block, converted);
  }

  /// The type board's types now hold the cells of these columns; nothing is kept.
  BlockResult look(Block block, Outputs outputs) {
    return counted(() -> lookAtAll(block, outputs));
  }

  private BlockResult lookAtAll(Block block, Outputs outputs) {
    begin(block);
    @Nullable ArrayData[] arrays = new @Nullable ArrayData[columns.wanted().length];
    if (rejecting) {
      columns(block.cells(), false, arrays, outputs);
    }
    columns(block.cells(), true, arrays, outputs);
    return new BlockResult(List.of(), block.rows, List.of(), null, null, block.bytes());
  }

  /// Converts one column again, with the type that it has now.
  ///
  /// @param kept rows that were not rejected; null when all were kept
  ArrayData again(Block block, int slot, @Nullable Selection kept, Outputs outputs) {
    findings.clear();
    rejected = kept == null ? _ -> false : row -> !kept.has(row);
    return counted(
        () -> select(column(block.cells(), columns.wanted()[slot], slot, outputs), kept));
  }

  private void begin(Block block) {
    findings.clear();
    rejected = findings::has;
    if (validate) {
      validate(block);
    }
  }

  /// Converts the columns whose types may change, or those whose types may not.
  private void columns(
      CsvCells cells, boolean changing, @Nullable ArrayData[] arrays, Outputs outputs) {
    int[] wanted = columns.wanted();
    for (int slot = 0; slot < wanted.length; slot++) {
      if (mayChange(wanted[slot]) == changing) {
        arrays[slot] = column(cells, wanted[slot], slot, outputs);
      }
    }
  }

  private boolean mayChange(int cell) {
    return widening && columns.types().isFound(cell);
  }

  private ArrayData column(CsvCells cells, int cell, int slot, Outputs outputs) {
    TypeBoard types = columns.types();
    DataType type = types.type(cell);
    Converted converted = convert(cells, cell, type, slot, outputs);
    if (mayChange(cell)) {
      for (DataType wider : FoundTypes.above(type, types.string())) {
        if (fits(converted)) {
          break;
        }
        converted = convert(cells, cell, wider, slot, outputs);
      }
      types.widen(cell, converted.array().field().type());
    } else if (converted.misfits() > 0 && rejecting) {
      findings.misfits(misfits.segment(), cells.rows(), cell);
    } else if (converted.misfits() > 0) {
      findings.misfit(converted.firstMisfit(), cell);
    }
    return converted.array();
  }

  /// Whether all cells but those of rejected rows convert.
  private boolean fits(Converted converted) {
    return converted.misfits() == 0
        || (rejecting
            && Findings.rows(misfits.segment(), converted.array().length()).allMatch(rejected));
  }

  private Converted convert(CsvCells cells, int cell, DataType type, int slot, Outputs outputs) {
    MemorySegment bits = null;
    if (rejecting) {
      long bytes = (cells.rows() + 63L) / 64 * Long.BYTES;
      bits = misfits.ensure(bytes, 0);
      bits.asSlice(0, bytes).fill((byte) 0);
    }
    boolean found = columns.types().isFound(cell);
    return conversions.convert(cells, cell, columns.field(cell, type), found, slot, outputs, bits);
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
      return new ArraySelector(tallies.on(Kernels.COLUMN_SELECT), scratch).select(array, kept);
    }
  }
}
