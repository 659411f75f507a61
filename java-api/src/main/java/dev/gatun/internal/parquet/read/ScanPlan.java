package dev.gatun.internal.parquet.read;

import dev.gatun.arrow.Schema;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.exec.Slab;
import dev.gatun.parquet.ParquetReader;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What a scan reads, and how it is cut up.
///
/// @param widths about how many bytes a row of each leaf takes
/// @param groups the row groups
/// @param rows of all of them, for progress
/// @param limit most rows to hand out
/// @param filtered whether a predicate stands between the rows read and those handed out
/// @param batchRows rows of a batch, 0 to choose by the width of a row
/// @param verify whether page checksums are checked
record ScanPlan(
    ScanColumns columns,
    long[] widths,
    RowGroups groups,
    ScanCounters counters,
    long rows,
    long limit,
    boolean filtered,
    int batchRows,
    boolean verify) {
  /// Bytes a batch aims at: it is read again soon after it was written.
  private static final long BATCH_BYTES = 3 << 20;

  private static final int MOST_ROWS = 1 << 16;
  private static final int LEAST_ROWS = 1 << 10;

  /// Bytes of batches that wait for the consumer.
  private static final long AHEAD_BYTES = 24 << 20;

  private static final int MOST_SLOTS = 64;

  /// Starts it. The execution is closed with the reader.
  ParquetReader start(Execution execution) {
    List<LeafPlan> leaves = columns.leaves();
    long width = 1;
    for (long each : widths) {
      width += each;
    }
    int size =
        batchRows > 0
            ? batchRows
            : Math.clamp(Long.highestOneBit(BATCH_BYTES / width), LEAST_ROWS, MOST_ROWS);
    int threads = execution.threadsFor(rows * widths.length, 1 << 18);
    int slots =
        threads == 1 ? 1 : Math.clamp(AHEAD_BYTES / (width * size), threads + 1, MOST_SLOTS);
    int runs = leaves.size() >= threads ? 2 : threads / Math.max(1, leaves.size()) + 1;
    ReaderPool readers =
        new ReaderPool(leaves, execution.engine(), counters, verify, execution::ownRegion);
    List<Bundle> bundles = Bundle.of(widths, columns.filtering(), threads);
    Assembly assembly = new Assembly(leaves);
    Supplier<Slot> memory =
        () -> {
          Region region = execution.ownRegion();
          return new Slot(
              region,
              new SlotBuffers(columns, assembly, execution.engine(), new Slab(region)),
              bundles.size());
        };
    BatchPlanner planner =
        new BatchPlanner(groups, readers, size, filtered ? Long.MAX_VALUE : limit, runs);
    Schema schema = new Schema(columns.fields(), Map.of());
    return new ScanReader(
        schema,
        new Pipeline(bundles, planner, memory, slots, threads - 1, execution::cancelled),
        execution,
        counters,
        filtered ? rows : Math.min(rows, limit),
        limit);
  }
}
