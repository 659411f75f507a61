package dev.gatun.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatun.RunOptions;
import dev.gatun.parquet.ParquetScan;
import dev.gatun.support.ArrowLayout;
import dev.gatun.support.ArrowValues;
import dev.gatun.support.ParquetBatches;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Whole columns as plain objects, see [ArrowValues].
final class Columns {
  private Columns() {}

  /// Reads a file with our reader; every array is checked to be laid out well.
  static List<List<Object>> read(Path file, RunOptions options, UnaryOperator<ParquetScan> scan) {
    List<List<Object>> columns = new ArrayList<>();
    try (ParquetBatches batches = ParquetBatches.open(file, options, scan)) {
      batches.schema().fields().forEach(_ -> columns.add(new ArrayList<>()));
      while (batches.next()) {
        for (int i = 0; i < columns.size(); i++) {
          ArrowLayout.check(batches.arrays().get(i));
          columns.get(i).addAll(ArrowValues.of(batches.arrays().get(i)));
        }
      }
    }
    return columns;
  }

  /// Says where the first difference is: whole columns are too long to print.
  static void assertSame(List<List<Object>> expected, List<List<Object>> actual, String what) {
    assertEquals(expected.size(), actual.size(), () -> what + ": columns");
    for (int i = 0; i < expected.size(); i++) {
      List<Object> column = expected.get(i);
      List<Object> other = actual.get(i);
      String place = what + ", column " + i;
      for (int row = 0; row < Math.min(column.size(), other.size()); row++) {
        if (!Objects.equals(column.get(row), other.get(row))) {
          assertEquals(column.get(row), other.get(row), place + ", row " + row);
        }
      }
      assertEquals(column.size(), other.size(), () -> place + ": rows");
    }
  }
}
