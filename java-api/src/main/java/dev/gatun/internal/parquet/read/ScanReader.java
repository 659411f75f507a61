package dev.gatun.internal.parquet.read;

import dev.gatun.CancellationToken;
import dev.gatun.OperationCancelledException;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.Batches;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.kernel.DecodeException;
import dev.gatun.parquet.ParquetException.Place;
import dev.gatun.parquet.ParquetFormatException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The batches of a scan, out of a [Pipeline].
public final class ScanReader implements BatchReader {
  private final Schema schema;
  private final Assembly assembly;
  private final Pipeline pipeline;
  private final Execution execution;
  private final long rows;
  private final CancellationToken.Registration registration;
  private long done;
  private @Nullable Batch batch;
  private boolean closed;

  /// @param execution ended by [#close]
  /// @param rows of the whole scan, for progress
  ScanReader(Schema schema, Assembly assembly, Pipeline pipeline, Execution execution, long rows) {
    this.schema = schema;
    this.assembly = assembly;
    this.pipeline = pipeline;
    this.execution = execution;
    this.rows = rows;
    CancellationToken token = execution.cancellation();
    registration = token == null ? () -> {} : token.onCancel(pipeline::stop);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  /// @throws ParquetFormatException when the file is not what it says
  /// @throws OperationCancelledException when the scan was cancelled or the thread interrupted
  @Override
  public @Nullable Batch next() {
    if (closed) {
      throw new IllegalStateException("the reader is closed");
    }
    if (batch != null) {
      Batches.end(batch);
      batch = null;
    }
    execution.checkpoint(done, rows);
    Slot slot;
    try {
      slot = pipeline.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw execution.cancelled();
    }
    if (slot == null) {
      return null;
    }
    int count = slot.batch().rows();
    batch = Batches.open(schema, count, columns(slot, count), new SlotMemory(slot));
    done += count;
    return batch;
  }

  private List<ArrayData> columns(Slot slot, int count) {
    try {
      return assembly.columns(slot, count);
    } catch (DecodeException e) {
      pipeline.recycle(slot);
      ChunkPlace place = slot.batch().group().plan().chunks().getFirst();
      throw new ParquetFormatException(
          Place.in(place.source().name()).rowGroup(place.rowGroup()),
          String.valueOf(e.getMessage()));
    }
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
    execution.close();
  }
}
