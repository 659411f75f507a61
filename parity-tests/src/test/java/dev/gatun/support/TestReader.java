package dev.gatun.support;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.Batches;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Batches of given values.
public final class TestReader implements BatchReader {
  private final Schema schema;
  private final Iterator<List<? extends List<?>>> batches;
  private Batch current;
  private boolean closed;
  private int released;
  private int detached;

  /// @param batches for each batch the values of each column
  public TestReader(Schema schema, List<List<? extends List<?>>> batches) {
    this.schema = schema;
    this.batches = batches.iterator();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Batch next() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (current != null) {
      Batches.end(current);
      current = null;
    }
    return batches.hasNext() ? current = open(batches.next()) : null;
  }

  private Batch open(List<? extends List<?>> values) {
    Region region = new Region(MemoryAccount.process());
    TestArrays arrays = new TestArrays(region);
    List<ArrayData> columns = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      columns.add(arrays.array(schema.fields().get(i), values.get(i)));
    }
    int rows = values.isEmpty() ? 0 : values.getFirst().size();
    return Batches.open(
        schema,
        rows,
        columns,
        new BatchMemory() {
          @Override
          public void release() {
            released++;
            region.close();
          }

          @Override
          public Runnable detach() {
            detached++;
            return region::close;
          }
        });
  }

  /// Batches whose memory came back.
  public int released() {
    return released;
  }

  /// Batches whose memory was given away.
  public int detached() {
    return detached;
  }

  /// Whether the reader was closed.
  public boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    if (current != null) {
      Batches.abandon(current);
      current = null;
    }
    closed = true;
  }
}
