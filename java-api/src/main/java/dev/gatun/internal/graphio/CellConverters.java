package dev.gatun.internal.graphio;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvString;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// How the cells of edge lists are converted. None of them is null.
record CellConverters(Engine engine, Slab memory) {
  private static final CsvRules RULES = new CsvRules('"', '"', '.', 0, List.of());

  /// Converts numbers.
  final class Numbers {
    private final CsvConverter converter;
    private final Buffer values = new Buffer(memory);
    private final Buffer validity = new Buffer(memory);

    private Numbers(CsvConverter converter) {
      this.converter = converter;
    }

    /// Converts cell `column` of every record.
    ///
    /// @return row of the first cell that is no such number, the number of rows when all are
    int convert(CsvCells cells, int column) {
      return converter
          .convert(
              cells,
              column,
              values.ensure((long) cells.rows() * Long.BYTES, 0),
              validity.ensure((cells.rows() + 63L) / 64 * Long.BYTES, 0),
              null)
          .firstMisfit();
    }

    /// The numbers, 8 bytes each.
    MemorySegment values() {
      return values.segment();
    }
  }

  /// 64-bit integers.
  ///
  /// @param canonical only as they print
  Numbers integers(boolean canonical) {
    return new Numbers(Kernels.CSV_INT64.on(engine).open(RULES, canonical));
  }

  /// Doubles.
  Numbers reals() {
    return new Numbers(Kernels.CSV_DOUBLE.on(engine).open(RULES, false));
  }

  /// Texts without their quotes.
  CsvString.Strings strings() {
    return Kernels.CSV_STRING.on(engine).open(RULES, CsvString.Nulls.NONE);
  }
}
