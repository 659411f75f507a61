package dev.gatun.internal.arrow;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Schema;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hands out what somebody else makes, batch by batch.
public final class SuppliedReader implements BatchReader {
  private final Schema schema;
  private final Supplier<@Nullable Chunk> source;
  private final Runnable end;
  private @Nullable Batch current;
  private boolean closed;

  /// Rows to be handed out.
  ///
  /// @param memory of the columns
  public record Chunk(int rows, List<ArrayData> columns, BatchMemory memory) {}

  /// @param source makes the next rows; null at the end
  /// @param end run once, when the reader is closed
  public SuppliedReader(Schema schema, Supplier<@Nullable Chunk> source, Runnable end) {
    this.schema = schema;
    this.source = source;
    this.end = end;
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
    Chunk chunk = source.get();
    current = chunk == null ? null : Batches.open(schema, chunk.rows, chunk.columns, chunk.memory);
    return current;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (current != null) {
        Batches.abandon(current);
      }
    } finally {
      end.run();
    }
  }
}
