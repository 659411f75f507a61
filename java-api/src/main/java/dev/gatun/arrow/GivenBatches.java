package dev.gatun.arrow;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Batches that are somebody's.
final class GivenBatches implements BatchReader {
  private final Schema schema;
  private final Iterator<Batch> left;
  private boolean closed;

  GivenBatches(List<Batch> batches) {
    if (batches.isEmpty()) {
      throw new IllegalArgumentException("no batches, and so no schema");
    }
    this.schema = batches.getFirst().schema();
    this.left = batches.iterator();
    for (Batch batch : batches) {
      if (!batch.schema().fields().equals(schema.fields())) {
        throw new IllegalArgumentException(
            "batches of " + schema.fields() + " and of " + batch.schema().fields());
      }
    }
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
    return left.hasNext() ? left.next() : null;
  }

  @Override
  public void close() {
    closed = true;
  }
}
