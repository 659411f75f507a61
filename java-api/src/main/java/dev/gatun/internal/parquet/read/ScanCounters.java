package dev.gatun.internal.parquet.read;

import dev.gatun.parquet.ScanMetrics;
import java.util.concurrent.atomic.LongAdder;

/// What a scan read and what it could leave out. Thread-safe.
public record ScanCounters(
    LongAdder rowsRead,
    LongAdder bytesRead,
    LongAdder pagesRead,
    LongAdder pagesSkipped,
    LongAdder rowGroupsSkipped) {
  /// Nothing yet.
  public ScanCounters() {
    this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
  }

  ScanMetrics metrics() {
    return new ScanMetrics(
        rowsRead.sum(),
        bytesRead.sum(),
        pagesRead.sum(),
        pagesSkipped.sum(),
        rowGroupsSkipped.sum());
  }
}
