package dev.gatun.csv;

import dev.gatun.RunInfo;
import dev.gatun.arrow.BatchReader;
import java.util.List;

/// The batches of a [CsvScan], in the order of the text.
///
/// [#next] throws [CsvException] when the text is not what it should be,
/// [dev.gatun.InputFormatException] when compressed data is broken,
/// [java.io.UncheckedIOException] when reading fails, [dev.gatun.MemoryLimitException] when the
/// memory limit is reached, and [dev.gatun.OperationCancelledException] when the scan was cancelled
/// or the thread interrupted. Rows before the bad one are handed out first.
public interface CsvReader extends BatchReader {
  /// The dialect, with what was found out.
  CsvDialect dialect();

  /// Records rejected so far, in the order of the text; empty unless the scan collects them.
  /// Complete after [#next] has returned null.
  List<CsvProblem> rejects();

  /// What was read so far; also after [#close]. From any thread.
  CsvMetrics metrics();

  /// Engine, threads, time and memory so far.
  RunInfo info();
}
