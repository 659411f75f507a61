package dev.gatun.graph;

import dev.gatun.RunInfo;
import dev.gatun.arrow.ArrowFile;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Schema;
import dev.gatun.csv.CsvWriter;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.BatchMemory;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.arrow.SuppliedReader;
import dev.gatun.internal.arrow.SuppliedReader.Chunk;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What an algorithm gave on a [GraphFrame], joined to the ids and properties of its vertices. May
/// outlive the frame. Thread-safe; use after [#close] is an [IllegalStateException].
///
/// @param <R> what the algorithm gives
public final class FrameResult<R extends GraphResult> implements AutoCloseable {
  private final R result;
  private final String id;
  private final ColumnTable vertices;
  private final VertexIds ids;

  /// @param vertices its own from now on
  FrameResult(R result, String id, ColumnTable vertices, VertexIds ids) {
    this.result = result;
    this.id = id;
    this.vertices = vertices;
    this.ids = ids;
  }

  /// What the algorithm gave, by vertices of the graph.
  public R result() {
    return result;
  }

  /// Engine, CPU tier, threads and time of the call.
  public RunInfo info() {
    return result.info();
  }

  /// What the vertices are called.
  public VertexIds ids() {
    return ids;
  }

  /// A column of the result, for [GraphFrame#withColumn].
  ///
  /// @throws IllegalArgumentException when there is none of that name
  public ResultColumn column(String name) {
    List<ResultColumn> columns = result.table().columns();
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the result has no column \"%s\"; there are %s"
                        .formatted(
                            name,
                            String.join(", ", columns.stream().map(ResultColumn::name).toList()))));
  }

  /// The result as batches: of one about vertices, the ids, as the frame has them, then these
  /// properties of the vertices, then the result's columns; of one about something else, as
  /// [ResultTable#batches] has it. Ids and properties are not copied.
  ///
  /// @throws IllegalArgumentException when there is no such property, or it is not about vertices
  ///     and properties are asked for
  public BatchReader batches(String... properties) {
    ResultTable table = result.table();
    if (!table.perVertex()) {
      if (properties.length > 0) {
        throw new IllegalArgumentException("the result is not about vertices");
      }
      return table.batches(ids);
    }
    return new Joined(table, properties).reader();
  }

  /// Writes [#batches] as CSV, compressed when the name ends in `.gz`.
  ///
  /// @return the rows
  /// @throws java.io.UncheckedIOException when it cannot be written
  /// @throws IllegalArgumentException when there is no such property, or it is nested
  public long writeCsv(Path file, String... properties) {
    try (BatchReader reader = batches(properties)) {
      return CsvWriter.rfc4180().write(file, reader);
    }
  }

  /// Writes [#batches] as an Arrow IPC file.
  ///
  /// @return the rows
  /// @throws java.io.UncheckedIOException when it cannot be written
  /// @throws IllegalArgumentException when there is no such property
  public long writeArrow(Path file, String... properties) {
    try (BatchReader reader = batches(properties)) {
      return ArrowFile.write(file, reader);
    }
  }

  /// Frees the result. Closing twice does nothing.
  @Override
  public void close() {
    result.close();
    vertices.close();
  }

  /// The parts of the vertices, each with its rows of the result.
  private final class Joined {
    private final ResultTable table;
    private final ResultArrays results = new ResultArrays(ids);
    private final int[] places;
    private final List<SharedMemory> held;
    private final Iterator<Part> left = vertices.parts().iterator();
    private int next;

    Joined(ResultTable table, String... properties) {
      this.table = table;
      int[] asked = vertices.places(FrameColumns.VERTICES, properties);
      int idPlace = vertices.place(id, FrameColumns.VERTICES);
      this.places =
          IntStream.concat(
                  IntStream.of(idPlace), IntStream.of(asked).filter(place -> place != idPlace))
              .toArray();
      this.held = vertices.retain();
    }

    BatchReader reader() {
      List<Field> fields = new ArrayList<>();
      for (int place : places) {
        fields.add(vertices.schema().fields().get(place));
      }
      table.columns().forEach(column -> fields.add(results.field(column)));
      Schema schema = new Schema(fields, vertices.schema().metadata());
      return new SuppliedReader(schema, this::chunk, () -> held.forEach(SharedMemory::release));
    }

    private @Nullable Chunk chunk() {
      if (!left.hasNext()) {
        return null;
      }
      Part part = left.next();
      Region region = new Region(MemoryAccount.process());
      boolean complete = false;
      try {
        List<ArrayData> columns = new ArrayList<>();
        for (int place : places) {
          columns.add(part.columns().get(place));
        }
        for (ResultColumn column : table.columns()) {
          columns.add(results.array(column, next, part.rows(), region));
        }
        next += part.rows();
        held.forEach(SharedMemory::retain);
        complete = true;
        return new Chunk(part.rows(), columns, BatchMemory.of(() -> free(region)));
      } finally {
        if (!complete) {
          region.close();
        }
      }
    }

    private void free(Region region) {
      region.close();
      held.forEach(SharedMemory::release);
    }
  }
}
