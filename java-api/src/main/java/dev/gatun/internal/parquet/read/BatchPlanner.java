package dev.gatun.internal.parquet.read;

import dev.gatun.internal.parquet.filter.RowRanges;
import org.jspecify.annotations.Nullable;

/// Cuts row groups into batches, and gives each row group readers while it is read. Guarded by the
/// pipeline's lock.
final class BatchPlanner implements AutoCloseable {
  private final RowGroups groups;
  private final ReaderPool readers;
  private final int batchRows;
  private final int mostRuns;
  private long rowsLeft;
  private int runs;
  private @Nullable GroupRun current;
  private int range;
  private long row;

  /// @param groups closed with the planner
  /// @param limit most rows
  /// @param mostRuns row groups read at a time
  BatchPlanner(RowGroups groups, ReaderPool readers, int batchRows, long limit, int mostRuns) {
    this.groups = groups;
    this.readers = readers;
    this.batchRows = batchRows;
    this.rowsLeft = limit;
    this.mostRuns = mostRuns;
  }

  /// The next batch; null when there is none, or none before another one is finished.
  @Nullable BatchPlan poll() {
    GroupRun run = current;
    while (run == null) {
      if (exhausted() || runs == mostRuns) {
        return null;
      }
      GroupPlan group = groups.next();
      if (group.ranges().isEmpty()) {
        groups.finish(group);
      } else {
        run = new GroupRun(group, readers.take());
        runs++;
        range = 0;
        row = group.ranges().ranges().getFirst().from();
      }
    }
    RowRanges.Range here = run.plan().ranges().ranges().get(range);
    int rows = (int) Math.min(Math.min(batchRows, here.to() - row), rowsLeft);
    BatchPlan batch = new BatchPlan(run, row, rows);
    run.enter();
    rowsLeft -= rows;
    row += rows;
    current = run;
    if (rowsLeft == 0) {
      current = null;
    } else if (row == here.to()) {
      range++;
      if (range == run.plan().ranges().ranges().size()) {
        current = null;
      } else {
        row = run.plan().ranges().ranges().get(range).from();
      }
    }
    return batch;
  }

  /// Whether there are no more batches.
  boolean exhausted() {
    return current == null && (rowsLeft == 0 || !groups.hasNext());
  }

  /// A batch was read.
  void finish(BatchPlan batch) {
    GroupRun run = batch.group();
    run.leave();
    if (run != current && run.isIdle()) {
      runs--;
      readers.giveBack(run.readers());
      groups.finish(run.plan());
    }
  }

  @Override
  public void close() {
    try (groups) {
      readers.close();
    }
  }
}
