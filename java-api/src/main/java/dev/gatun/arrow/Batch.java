package dev.gatun.arrow;

import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.Batches;
import java.lang.foreign.Arena;
import java.lang.ref.Cleaner;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows as columns in Arrow layout.
///
/// **Lifetime.** A batch that a [BatchReader] returned is valid until the reader's next `next()` or
/// `close()`, or its own [#close], and belongs to the thread that called `next()`. Columns, slices
/// and segments read from it end with it: using one later throws [IllegalStateException], using one
/// on another thread [WrongThreadException]. Nothing has to be closed. (The raw address of a
/// segment is beyond all this: whoever hands it to native code has to keep the batch alive.)
///
/// **Keeping a batch.** [#detach] gives the same rows, without copying, as a batch that lives until
/// its own [#close], independent of the reader, for any thread. It has to be closed.
///
/// **Giving it away.** [ArrowExport] moves a batch to a consumer of the Arrow C Data Interface.
public final class Batch implements AutoCloseable {
  static {
    Batches.install(new ReaderAccess());
  }

  private final Schema schema;
  private final int rowCount;
  private final List<ArrayData> arrays;
  private final @Nullable Thread owner;
  private final @Nullable Column[] views;
  private BatchMemory memory;
  private @Nullable Lease lease;
  private boolean ended;

  /// @param owner the only thread that may use it; null for every thread, and then it is detached
  private Batch(
      Schema schema,
      int rowCount,
      List<ArrayData> arrays,
      BatchMemory memory,
      @Nullable Thread owner) {
    this.schema = schema;
    this.rowCount = rowCount;
    this.arrays = arrays;
    this.memory = memory;
    this.owner = owner;
    this.views = new @Nullable Column[arrays.size()];
    this.lease = owner == null ? null : new Lease(Arena.ofConfined());
  }

  /// Names and types of the columns.
  public Schema schema() {
    return schema;
  }

  /// Rows in every column.
  public int rowCount() {
    return rowCount;
  }

  /// The columns in the schema's order.
  public List<Column> columns() {
    return new AbstractList<>() {
      @Override
      public Column get(int index) {
        return column(index);
      }

      @Override
      public int size() {
        return views.length;
      }
    };
  }

  /// The column at a place of the schema.
  ///
  /// @throws IndexOutOfBoundsException when there is none
  /// @throws IllegalStateException when the batch has ended
  public Column column(int index) {
    Column view = views[Objects.checkIndex(index, views.length)];
    return view != null ? view : view(index);
  }

  /// The first column of that name. Takes time in proportion to the number of columns.
  ///
  /// @throws IllegalArgumentException when there is none
  /// @throws IllegalStateException when the batch has ended
  public Column column(String name) {
    return column(Fields.index(schema.fields(), name));
  }

  /// The rows one after the other, for those who want rows. One object is handed out again and
  /// again: it is the row the iteration is at, and must not be kept.
  ///
  /// Slower than columns, and much slower where values become objects.
  public Iterable<Row> rows() {
    List<Column> all = List.copyOf(columns());
    return () -> new Row(all, rowCount).iterator();
  }

  private synchronized Column view(int index) {
    Column view = Columns.view(arrays.get(index), lease());
    views[index] = view;
    return view;
  }

  private void checkAlive() {
    if (ended) {
      throw Lease.ended();
    }
  }

  private Lease lease() {
    checkAlive();
    if (lease == null) {
      lease = new Lease(Arena.ofShared());
    }
    return lease;
  }

  /// Takes the rows away from the reader, without copying: what is returned lives until its own
  /// [#close] and may be used by any thread. This batch and what was read from it end. A batch that
  /// is detached already returns itself.
  ///
  /// @throws IllegalStateException when the batch has ended
  /// @throws WrongThreadException on another thread than the batch's
  public Batch detach() {
    return owner == null ? this : new Batch(schema, rowCount, arrays, BatchMemory.of(take()), null);
  }

  /// Ends the batch and returns what frees its memory.
  private synchronized Runnable take() {
    checkAlive();
    endLease();
    return memory.detach();
  }

  /// Gives the arrays away.
  ///
  /// @param prepare sees the arrays while they still belong to this batch; when it fails, they go
  ///     on to do so
  /// @param publish gets what was prepared and what frees the memory
  synchronized <T> void give(
      Function<List<ArrayData>, T> prepare, BiConsumer<T, Runnable> publish) {
    checkAlive();
    T prepared = prepare.apply(arrays);
    publish.accept(prepared, take());
  }

  /// Ends the batch and frees its memory or leaves it to the reader. Closing twice does nothing.
  ///
  /// @throws IllegalStateException while a native call or an I/O operation works on its memory
  /// @throws WrongThreadException on another thread than the batch's
  @Override
  public synchronized void close() {
    if (!ended) {
      endLease();
      memory.release();
    }
  }

  private void endLease() {
    if (!isMine()) {
      throw new WrongThreadException(
          "the batch belongs to "
              + owner
              + ", which read it: close it there, or detach it there for other threads");
    }
    if (lease != null) {
      lease.end();
    }
    ended = true;
    Arrays.fill(views, null);
  }

  private boolean isMine() {
    return owner == null || owner == Thread.currentThread();
  }

  /// See [Batches#abandon].
  private synchronized void abandon() {
    if (ended || isMine() || lease == null) {
      close();
    } else {
      // Whoever can still read holds the scope.
      memory = BatchMemory.of(Forgotten.CLEANER.register(lease.scope(), memory.detach())::clean);
    }
  }

  private static final class Forgotten {
    static final Cleaner CLEANER = Cleaner.create();
  }

  private static final class ReaderAccess implements Batches.Access {
    @Override
    public Batch open(Schema schema, int rows, List<ArrayData> columns, BatchMemory memory) {
      return new Batch(schema, rows, columns, memory, Thread.currentThread());
    }

    @Override
    public void end(Batch batch) {
      if (batch.owner != null) {
        batch.close();
      }
    }

    @Override
    public Batches.Taken take(Batch batch) {
      return new Batches.Taken(batch.arrays, batch.take());
    }

    @Override
    public void abandon(Batch batch) {
      if (batch.owner != null) {
        batch.abandon();
      }
    }
  }
}
