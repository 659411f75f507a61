package dev.gatun.parquet;

import dev.gatun.RunInfo;
import dev.gatun.arrow.BatchReader;

/// The batches of a [ParquetScan].
///
/// [#next] throws [ParquetFormatException] when the file is not what it says,
/// [ParquetUnsupportedException] for what cannot be read, [java.io.UncheckedIOException] when
/// reading fails, [dev.gatun.MemoryLimitException] when the memory limit is reached, and
/// [dev.gatun.OperationCancelledException] when the scan was cancelled or the thread interrupted.
public interface ParquetReader extends BatchReader {
  /// What was read so far; also after [#close]. From any thread.
  ScanMetrics metrics();

  /// Engine, threads, time and memory so far.
  RunInfo info();
}
