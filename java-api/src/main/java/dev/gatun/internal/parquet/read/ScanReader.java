package dev.gatun.internal.parquet.read;

import dev.gatun.CancellationToken;
import dev.gatun.RunInfo;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ArrayHead;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.Batches;
import dev.gatun.internal.exec.Execution;
import dev.gatun.parquet.ParquetReader;
import dev.gatun.parquet.ScanMetrics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The batches of a scan, out of a [Pipeline].
final class ScanReader implements ParquetReader {
  private final Schema schema;
  private final Pipeline pipeline;
  private final Execution execution;
  private final ScanCounters counters;
  private final long rows;
  private final CancellationToken.Registration registration;
  private long left;
  private long done;
  private @Nullable Batch batch;
  private boolean failed;
  private boolean closed;

  /// @param execution ended by [#close]
  /// @param rows of the whole scan, for progress
  /// @param limit most rows to hand out
  ScanReader(
      Schema schema,
      Pipeline pipeline,
      Execution execution,
      ScanCounters counters,
      long rows,
      long limit) {
    this.schema = schema;
    this.pipeline = pipeline;
    this.execution = execution;
    this.counters = counters;
    this.rows = rows;
    this.left = limit;
    CancellationToken token = execution.cancellation();
    registration = token == null ? () -> {} : token.onCancel(pipeline::stop);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public @Nullable Batch next() {
    if (closed) {
      throw new IllegalStateException("the reader is closed");
    }
    if (batch != null) {
      Batches.end(batch);
      batch = null;
    }
    failed = true;
    batch = advance();
    failed = false;
    return batch;
  }

  private @Nullable Batch advance() {
    while (left > 0) {
      execution.checkpoint(done, rows);
      Slot slot = pipeline.next();
      if (slot == null) {
        return null;
      }
      int looked = slot.batch().rows();
      done += looked;
      counters.rowsRead().add(looked);
      int count = (int) Math.min(slot.rows(), left);
      if (count > 0) {
        left -= count;
        return Batches.open(schema, count, columns(slot, count), new SlotMemory(slot));
      }
      pipeline.recycle(slot);
    }
    return null;
  }

  private static List<ArrayData> columns(Slot slot, int count) {
    return slot.columns().stream().map(array -> ArrayHead.of(array, count)).toList();
  }

  @Override
  public ScanMetrics metrics() {
    return counters.metrics();
  }

  @Override
  public RunInfo info() {
    return execution.info();
  }

  /// A slot's memory while its batch is out.
  private final class SlotMemory implements BatchMemory {
    private final Slot slot;

    SlotMemory(Slot slot) {
      this.slot = slot;
    }

    @Override
    public void release() {
      pipeline.recycle(slot);
    }

    @Override
    public Runnable detach() {
      pipeline.forget();
      return slot.region()::close;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    registration.close();
    if (batch != null) {
      Batches.abandon(batch);
    }
    pipeline.close();
    if (!failed) {
      execution.complete();
    }
    execution.close();
  }
}
