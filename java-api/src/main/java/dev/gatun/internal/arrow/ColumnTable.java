package dev.gatun.internal.arrow;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.SuppliedReader.Chunk;
import dev.gatun.internal.exec.Execution;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Columns in memory, in parts of some rows each. Immutable. Tables made of a table share its
/// memory, and so do the batches it hands out, which may outlive it.
public final class ColumnTable implements AutoCloseable {
  private final Schema schema;
  private final List<Part> parts;
  private final List<SharedMemory> memory;
  private final long rows;
  private boolean closed;

  /// Some rows.
  public record Part(int rows, List<ArrayData> columns) {
    public Part {
      columns = List.copyOf(columns);
    }
  }

  /// @param memory of the parts; its users are the table's from now on
  public ColumnTable(Schema schema, List<Part> parts, List<SharedMemory> memory) {
    this.schema = schema;
    this.parts = List.copyOf(parts);
    this.memory = List.copyOf(memory);
    this.rows = parts.stream().mapToLong(Part::rows).sum();
  }

  /// Takes what a reader has left.
  public static ColumnTable read(BatchReader reader, Execution execution) {
    List<Part> parts = new ArrayList<>();
    List<Runnable> frees = new ArrayList<>();
    SharedMemory memory = new SharedMemory(() -> frees.forEach(Runnable::run));
    boolean complete = false;
    try {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        execution.checkpoint(0, 0);
        if (batch.rowCount() > 0) {
          int count = batch.rowCount();
          Batches.Taken taken = Batches.take(batch);
          frees.add(taken.free());
          parts.add(new Part(count, taken.columns()));
        }
      }
      complete = true;
      return new ColumnTable(reader.schema(), parts, List.of(memory));
    } finally {
      if (!complete) {
        memory.release();
      }
    }
  }

  /// The columns.
  public Schema schema() {
    return schema;
  }

  /// Rows of all parts.
  public long rows() {
    return rows;
  }

  /// The parts, whose memory is there as long as the table is open or retained.
  public List<Part> parts() {
    return parts;
  }

  /// The place of a column.
  ///
  /// @param what what to call the table in messages
  /// @throws IllegalArgumentException when there is none of that name
  public int place(String column, String what) {
    List<String> names = schema.fields().stream().map(Field::name).toList();
    int place = names.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "%s: there is no column \"%s\"; there are %s"
              .formatted(what, column, String.join(", ", names)));
    }
    return place;
  }

  /// The places of columns; see [#place].
  public int[] places(String what, String... columns) {
    return Stream.of(columns).mapToInt(column -> place(column, what)).toArray();
  }

  /// Keeps the memory from being freed; the caller releases each.
  public synchronized List<SharedMemory> retain() {
    checkOpen();
    memory.forEach(SharedMemory::retain);
    return memory;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("already closed");
    }
  }

  /// All rows, of some columns, without copying.
  public BatchReader reader(int... places) {
    Schema some =
        new Schema(IntStream.of(places).mapToObj(schema.fields()::get).toList(), schema.metadata());
    List<SharedMemory> held = retain();
    Iterator<Part> left = parts.iterator();
    return new SuppliedReader(
        some,
        () -> left.hasNext() ? chunk(left.next(), places, held) : null,
        () -> held.forEach(SharedMemory::release));
  }

  private static Chunk chunk(Part part, int[] places, List<SharedMemory> held) {
    held.forEach(SharedMemory::retain);
    return new Chunk(
        part.rows,
        IntStream.of(places).mapToObj(part.columns::get).toList(),
        BatchMemory.of(() -> held.forEach(SharedMemory::release)));
  }

  /// All rows of all columns, without copying.
  public BatchReader reader() {
    return reader(IntStream.range(0, schema.fields().size()).toArray());
  }

  /// The table without columns of these names.
  public ColumnTable without(List<String> columns) {
    int[] left =
        IntStream.range(0, schema.fields().size())
            .filter(i -> !columns.contains(schema.fields().get(i).name()))
            .toArray();
    List<Part> narrower =
        parts.stream()
            .map(
                part ->
                    new Part(part.rows, IntStream.of(left).mapToObj(part.columns::get).toList()))
            .toList();
    Schema some =
        new Schema(IntStream.of(left).mapToObj(schema.fields()::get).toList(), schema.metadata());
    return new ColumnTable(some, narrower, retain());
  }

  /// The same table, to be closed by itself.
  public ColumnTable share() {
    return new ColumnTable(schema, parts, retain());
  }

  /// The table with one column more.
  ///
  /// @param arrays of each part
  /// @param added memory of the arrays, the table's from now on
  public ColumnTable withColumn(Field field, List<ArrayData> arrays, SharedMemory added) {
    List<Field> fields = new ArrayList<>(schema.fields());
    fields.add(field);
    List<Part> wider = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      List<ArrayData> columns = new ArrayList<>(parts.get(i).columns);
      columns.add(arrays.get(i));
      wider.add(new Part(parts.get(i).rows, columns));
    }
    List<SharedMemory> all = new ArrayList<>(retain());
    all.add(added);
    return new ColumnTable(new Schema(fields, schema.metadata()), wider, all);
  }

  /// Gives up the table; memory that others share lives on. Closing twice does nothing.
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      memory.forEach(SharedMemory::release);
    }
  }
}
