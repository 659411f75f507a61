package dev.gatun.internal.graphar;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.csv.write.CsvOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Any row of a table, to be written as CSV.
final class TableRows implements AutoCloseable {
  private final List<Batch> batches = new ArrayList<>();
  private final List<CsvOutput.Rows> parts = new ArrayList<>();

  /// The first row of each part, and of none behind the last.
  private final long[] starts;

  private int part;

  TableRows(ColumnTable table) {
    starts = new long[table.parts().size() + 1];
    try (BatchReader reader = table.reader()) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        Batch kept = batch.detach();
        batches.add(kept);
        parts.add(new CsvOutput.Rows(kept));
        starts[parts.size()] = starts[parts.size() - 1] + kept.rowCount();
      }
    }
  }

  /// The part that a row is in.
  CsvOutput.Rows part(long row) {
    if (row < starts[part] || row >= starts[part + 1]) {
      int found = Arrays.binarySearch(starts, row);
      part = found >= 0 ? found : -found - 2;
    }
    return parts.get(part);
  }

  /// The row's number in its part.
  int rowOfPart(long row) {
    part(row);
    return (int) (row - starts[part]);
  }

  @Override
  public void close() {
    batches.forEach(Batch::close);
  }
}
