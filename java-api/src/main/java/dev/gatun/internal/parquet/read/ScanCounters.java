package dev.gatun.internal.parquet.read;

import java.util.concurrent.atomic.LongAdder;

/// What a scan read and what it could leave out.
record ScanCounters(
    LongAdder bytesRead, LongAdder pagesRead, LongAdder pagesSkipped, LongAdder rowGroupsSkipped) {
  ScanCounters() {
    this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
  }
}
