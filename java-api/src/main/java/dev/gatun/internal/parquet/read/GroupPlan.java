package dev.gatun.internal.parquet.read;

import java.util.List;

/// A row group to be read.
///
/// @param chunks one for each leaf of the scan
/// @param ranges rows to be read, ascending and apart; the others are passed over
public record GroupPlan(List<ChunkPlace> chunks, List<Range> ranges) {
  /// Rows `from .. to - 1` of the row group.
  public record Range(long from, long to) {}
}
