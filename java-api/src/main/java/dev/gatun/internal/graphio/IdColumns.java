package dev.gatun.internal.graphio;

import dev.gatun.internal.kernel.CsvCells;

/// The ids of a block's edges. For one thread at a time.
interface IdColumns {
  /// Converts the ids of all records.
  ///
  /// @return row of the first one that is not right, the number of rows when all are
  int convert(CsvCells cells);
}
