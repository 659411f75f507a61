package dev.gatun.internal.graphio;

import dev.gatun.Engine;
import dev.gatun.internal.Kernels;
import dev.gatun.internal.exec.Buffer;
import dev.gatun.internal.exec.Counted;
import dev.gatun.internal.exec.Slab;
import dev.gatun.internal.exec.Tallies;
import dev.gatun.internal.exec.Twin;
import dev.gatun.internal.kernel.CsvCells;
import dev.gatun.internal.kernel.CsvConverter;
import dev.gatun.internal.kernel.CsvRules;
import dev.gatun.internal.kernel.CsvString;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;

/// How the cells of edge lists are converted. None of them is null.
record CellConverters(Engine engine, Slab memory) {
  private static final CsvRules RULES = new CsvRules('"', '"', '.', 0, List.of());

  /// Converts numbers.
  final class Numbers {
    private final Tallies tallies = new Tallies(engine);
    private final Counted<CsvConverter> converter;
    private final Buffer values = new Buffer(memory);
    private final Buffer validity = new Buffer(memory);

    private <T> Numbers(Twin<T> kernel, Function<T, CsvConverter> opening) {
      this.converter = tallies.on(kernel).open(opening);
    }

    /// Converts cell `column` of every record.
    ///
    /// @return row of the first cell that is no such number, the number of rows when all are
    int convert(CsvCells cells, int column) {
      MemorySegment out = values.ensure((long) cells.rows() * Long.BYTES, 0);
      MemorySegment bits = validity.ensure((cells.rows() + 63L) / 64 * Long.BYTES, 0);
      try {
        converter.tally().begin(cells.rows());
        int row = converter.kernel().convert(cells, column, out, bits, null).firstMisfit();
        converter.tally().end(cells.rows());
        return row;
      } finally {
        tallies.flush();
      }
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
    return new Numbers(Kernels.CSV_INT64, kernel -> kernel.open(RULES, canonical));
  }

  /// Doubles.
  Numbers reals() {
    return new Numbers(Kernels.CSV_DOUBLE, kernel -> kernel.open(RULES, false));
  }

  /// Texts without their quotes.
  Counted<CsvString.Strings> strings(Tallies tallies) {
    return tallies.on(Kernels.CSV_STRING).open(kernel -> kernel.open(RULES, CsvString.Nulls.NONE));
  }
}
