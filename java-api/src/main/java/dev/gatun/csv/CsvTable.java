package dev.gatun.csv;

import dev.gatun.RunInfo;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Schema;
import java.util.List;

/// All rows of a [CsvScan], in memory. Any thread may read it.
public interface CsvTable extends AutoCloseable {
  /// The columns.
  Schema schema();

  /// Rows in all batches.
  long rowCount();

  /// The rows, in the order of the text. They belong to the table.
  ///
  /// @throws IllegalStateException when the table is closed
  List<Batch> batches();

  /// The batches one after the other, for those who want a reader, such as
  /// [dev.gatun.arrow.ArrowExport]: it takes them out of the table, which is closed with it.
  BatchReader reader();

  /// The dialect, with what was found out.
  CsvDialect dialect();

  /// Records rejected, in the order of the text; empty unless the scan collects them.
  List<CsvProblem> rejects();

  /// What was read.
  CsvMetrics metrics();

  /// Engine, threads, time and memory.
  RunInfo info();

  /// Frees the memory. Closing twice does nothing.
  @Override
  void close();
}
