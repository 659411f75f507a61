package dev.gatun.internal.csv.read;

import dev.gatun.CancellationToken;
import dev.gatun.RunInfo;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.Schema;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvException;
import dev.gatun.csv.CsvMetrics;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvReader;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.Batches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The batches of a scan, out of a [BlockPipeline].
final class ScanReader implements CsvReader {
  private final Schema schema;
  private final CsvDialect dialect;
  private final ScanRun run;
  private final BlockPipeline pipeline;
  private final RejectList rejects;
  private final CancellationToken.Registration registration;
  private long left;
  private @Nullable CsvProblem failure;
  private @Nullable Batch batch;
  private boolean failed;
  private boolean closed;

  /// @param run ended by [#close]
  /// @param limit most rows to hand out
  ScanReader(
      Schema schema,
      CsvDialect dialect,
      ScanRun run,
      BlockPipeline pipeline,
      RejectList rejects,
      long limit) {
    this.schema = schema;
    this.dialect = dialect;
    this.run = run;
    this.pipeline = pipeline;
    this.rejects = rejects;
    this.left = limit;
    CancellationToken token = run.execution().cancellation();
    registration = token == null ? () -> {} : token.onCancel(pipeline::stop);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public CsvDialect dialect() {
    return dialect;
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
      if (failure != null) {
        throw new CsvException(failure);
      }
      run.checkpoint();
      Slot slot = pipeline.next();
      if (slot == null) {
        return null;
      }
      BlockResult result = slot.result().head(left);
      run.count(result);
      failure = rejects.add(result.rejects());
      if (failure == null) {
        failure = result.failure();
      }
      if (result.rows() > 0) {
        left -= result.rows();
        return Batches.open(schema, result.rows(), result.columns(), new SlotMemory(slot));
      }
      pipeline.recycle(slot);
    }
    return null;
  }

  @Override
  public List<CsvProblem> rejects() {
    return rejects.list();
  }

  @Override
  public CsvMetrics metrics() {
    return run.metrics();
  }

  @Override
  public RunInfo info() {
    return run.execution().info();
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
      Runnable free = slot.work().detach();
      pipeline.recycle(slot);
      return free;
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
      run.execution().complete();
    }
    run.close();
  }
}
