package dev.gatun.internal.csv.read;

import dev.gatun.RunInfo;
import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Schema;
import dev.gatun.csv.CsvDialect;
import dev.gatun.csv.CsvMetrics;
import dev.gatun.csv.CsvProblem;
import dev.gatun.csv.CsvTable;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.Batches;
import dev.gatun.internal.exec.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A table whose batches share one region, which is freed with the last of them.
final class KeptTable implements CsvTable {
  private final Schema schema;
  private final CsvDialect dialect;
  private final List<CsvProblem> rejects;
  private final CsvMetrics metrics;
  private final RunInfo info;
  private final List<Batch> batches = new ArrayList<>();
  private final long rows;
  private boolean closed;

  /// @param results those with rows become batches
  /// @param region their memory, which becomes the table's
  KeptTable(
      Schema schema,
      CsvDialect dialect,
      List<BlockResult> results,
      Region region,
      List<CsvProblem> rejects,
      CsvMetrics metrics,
      RunInfo info) {
    this.schema = schema;
    this.dialect = dialect;
    this.rejects = rejects;
    this.metrics = metrics;
    this.info = info;
    List<BlockResult> filled = results.stream().filter(result -> result.rows() > 0).toList();
    if (filled.isEmpty()) {
      region.close();
    }
    AtomicInteger users = new AtomicInteger(filled.size());
    Runnable free =
        () -> {
          if (users.decrementAndGet() == 0) {
            region.close();
          }
        };
    long count = 0;
    for (BlockResult result : filled) {
      Batch batch =
          Batches.open(schema, result.rows(), result.columns(), BatchMemory.of(free)).detach();
      batches.add(batch);
      count += result.rows();
    }
    rows = count;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public long rowCount() {
    return rows;
  }

  @Override
  public synchronized List<Batch> batches() {
    checkOpen();
    return List.copyOf(batches);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the table is closed");
    }
  }

  @Override
  public synchronized BatchReader reader() {
    checkOpen();
    closed = true;
    return new Taken(schema, new ArrayDeque<>(batches));
  }

  /// The batches, handed out one by one.
  private static final class Taken implements BatchReader {
    private final Schema schema;
    private final ArrayDeque<Batch> left;
    private @Nullable Batch current;
    private boolean closed;

    Taken(Schema schema, ArrayDeque<Batch> left) {
      this.schema = schema;
      this.left = left;
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
      end();
      current = left.poll();
      return current;
    }

    private void end() {
      if (current != null) {
        current.close();
        current = null;
      }
    }

    @Override
    public void close() {
      closed = true;
      end();
      left.forEach(Batch::close);
      left.clear();
    }
  }

  @Override
  public CsvDialect dialect() {
    return dialect;
  }

  @Override
  public List<CsvProblem> rejects() {
    return rejects;
  }

  @Override
  public CsvMetrics metrics() {
    return metrics;
  }

  @Override
  public RunInfo info() {
    return info;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      batches.forEach(Batch::close);
    }
  }
}
