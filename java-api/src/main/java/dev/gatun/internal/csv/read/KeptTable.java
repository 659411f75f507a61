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
  private final List<Kept> parts = new ArrayList<>();
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
      parts.add(new Kept(schema, result, free));
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
    return parts.stream().map(part -> part.batch).toList();
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
    return new Taken(schema, new ArrayDeque<>(parts));
  }

  /// One batch of the table, until a reader moves its rows to a batch of its own.
  private static final class Kept {
    private final Schema schema;
    private final BlockResult result;
    private final Runnable free;
    private final Batch batch;
    private boolean moved;

    Kept(Schema schema, BlockResult result, Runnable free) {
      this.schema = schema;
      this.result = result;
      this.free = free;
      this.batch = open(BatchMemory.of(this::release)).detach();
    }

    private Batch open(BatchMemory memory) {
      return Batches.open(schema, result.rows(), result.columns(), memory);
    }

    private void release() {
      if (!moved) {
        free.run();
      }
    }

    /// The rows as a batch of the calling thread's; the table's ends.
    Batch move() {
      moved = true;
      batch.close();
      return open(BatchMemory.of(free));
    }

    void close() {
      batch.close();
    }
  }

  /// The batches, handed out one by one.
  private static final class Taken implements BatchReader {
    private final Schema schema;
    private final ArrayDeque<Kept> left;
    private @Nullable Batch current;
    private boolean closed;

    Taken(Schema schema, ArrayDeque<Kept> left) {
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
      if (current != null) {
        Batches.end(current);
        current = null;
      }
      Kept next = left.poll();
      current = next == null ? null : next.move();
      return current;
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      if (current != null) {
        Batches.abandon(current);
      }
      left.forEach(Kept::close);
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
      parts.forEach(Kept::close);
    }
  }
}
