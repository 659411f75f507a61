package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Field;
import dev.gatun.arrow.Row;
import dev.gatun.arrow.Schema;
import dev.gatun.internal.arrow.ArrayData;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.ColumnTable.Part;
import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.exec.Execution;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import dev.gatun.parquet.Predicate;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A graph with properties: a table of vertices and a table of edges, in memory as Arrow columns,
/// and the [CsrGraph] they make. Vertex v of the graph is row v of the vertices.
///
/// ```java
/// try (GraphFrame flights =
///         GraphFrame.builder()
///             .vertices(Path.of("airports.parquet")).id("code")
///             .edges(Path.of("flights.csv")).endpoints("from", "to").weight("km")
///             .build();
///     FrameResult<PageRankResult> ranks = flights.run(PageRank.defaults())) {
///   ranks.writeArrow(Path.of("ranks.arrow"), "name", "city"); // code, name, city, rank
/// }
/// ```
///
/// Frames do not change: filters and new columns give new frames, which share what they can and are
/// closed by themselves, in any order. Thread-safe. Any use after [#close] is an
/// [IllegalStateException]; batches that a frame handed out may outlive it.
public final class GraphFrame implements AutoCloseable {
  private final FrameColumns columns;
  private final ColumnTable vertices;
  private final ColumnTable edges;
  private final VertexIds ids;
  private final FrameEnds ends;
  private final SharedMemory endsMemory;
  private @Nullable CsrGraph graph;
  private boolean closed;

  /// @param vertices its own from now on, as all others
  GraphFrame(
      FrameColumns columns,
      ColumnTable vertices,
      ColumnTable edges,
      VertexIds ids,
      FrameEnds ends,
      SharedMemory endsMemory) {
    this.columns = columns;
    this.vertices = vertices;
    this.edges = edges;
    this.ids = ids;
    this.ends = ends;
    this.endsMemory = endsMemory;
  }

  /// Begins a frame.
  public static GraphFrameBuilder builder() {
    return new GraphFrameBuilder();
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the frame is closed");
    }
  }

  /// Number of vertices.
  public int vertexCount() {
    return ids.size();
  }

  /// Rows of the edges. The graph may have fewer edges: without self loops and duplicates.
  public long edgeCount() {
    return edges.rows();
  }

  /// Columns of the vertices.
  public Schema vertexSchema() {
    return vertices.schema();
  }

  /// Columns of the edges.
  public Schema edgeSchema() {
    return edges.schema();
  }

  /// The vertices' column with their ids.
  public String idColumn() {
    return columns.id();
  }

  /// What the vertices are called: for the vertex of an id, and back.
  public VertexIds ids() {
    return ids;
  }

  /// The vertices, in their order, with these properties, all of them when none is named. Nothing
  /// is copied.
  ///
  /// @throws IllegalArgumentException when there is no such column
  public synchronized BatchReader vertices(String... properties) {
    checkOpen();
    return reader(vertices, FrameColumns.VERTICES, properties);
  }

  /// The edges, in their order, with these properties, all of them when none is named. Nothing is
  /// copied.
  ///
  /// @throws IllegalArgumentException when there is no such column
  public synchronized BatchReader edges(String... properties) {
    checkOpen();
    return reader(edges, FrameColumns.EDGES, properties);
  }

  private static BatchReader reader(ColumnTable table, String what, String... names) {
    return names.length == 0 ? table.reader() : table.reader(table.places(what, names));
  }

  /// [#graph(RunOptions)] run by default.
  public CsrGraph graph() {
    return graph(RunOptions.defaults());
  }

  /// The graph, built by the first call. It is the frame's, which closes it. O(edges).
  ///
  /// @throws IllegalArgumentException when a weight is null or does not fit 64 bits
  /// @throws ArithmeticException when weights of equal edges are summed and do not fit
  public synchronized CsrGraph graph(RunOptions options) {
    checkOpen();
    CsrGraph built = graph;
    if (built == null) {
      built = build(options);
      graph = built;
    }
    return built;
  }

  private CsrGraph build(RunOptions options) {
    try (Execution execution = Execution.begin("building the graph of a frame", options)) {
      String weight = columns.weight();
      WeightType type = WeightType.NONE;
      MemorySegment weights = null;
      if (weight != null) {
        int place = edges.place(weight, FrameColumns.EDGES);
        type = FrameWeights.type(edges.schema().fields().get(place));
        weights = FrameWeights.read(edges, place, type, execution);
      }
      return execution.completed(
          CsrGraph.builder()
              .directed(columns.directed())
              .keepSelfLoops(columns.keepSelfLoops())
              .duplicates(columns.duplicates())
              .build(EdgeList.named(ends.source(), ends.target(), weights, type, ids), options));
    }
  }

  /// [#run(GraphAlgorithm, RunOptions)] run by default.
  public <R extends GraphResult> FrameResult<R> run(GraphAlgorithm<R> algorithm) {
    return run(algorithm, RunOptions.defaults());
  }

  /// Runs an algorithm on the graph; its result knows the vertices' ids and properties.
  ///
  /// @throws IllegalArgumentException when its options do not fit the graph
  public <R extends GraphResult> FrameResult<R> run(
      GraphAlgorithm<R> algorithm, RunOptions options) {
    R result = algorithm.run(graph(options), options);
    try {
      synchronized (this) {
        checkOpen();
        return new FrameResult<>(result, columns.id(), vertices.share(), ids);
      }
    } catch (RuntimeException e) {
      result.close();
      throw e;
    }
  }

  /// How many edges of the graph each vertex has.
  public FrameResult<DegreesResult> degrees() {
    return run(new Degrees());
  }

  /// The frame without the vertices that do not pass, and without their edges. O(rows).
  ///
  /// @throws IllegalArgumentException when the predicate does not go with the columns
  public synchronized GraphFrame filterVertices(Predicate predicate) {
    checkOpen();
    return new FrameFilter(this).vertices(FrameFilter.rows(predicate));
  }

  /// The frame without the vertices that do not pass, and without their edges. O(rows). A predicate
  /// on columns is faster.
  public synchronized GraphFrame filterVertices(java.util.function.Predicate<Row> test) {
    checkOpen();
    return new FrameFilter(this).vertices(FrameFilter.rows(test));
  }

  /// The frame without the edges that do not pass; all vertices stay. O(edges).
  ///
  /// @throws IllegalArgumentException when the predicate does not go with the columns
  public synchronized GraphFrame filterEdges(Predicate predicate) {
    checkOpen();
    return new FrameFilter(this).edges(FrameFilter.rows(predicate));
  }

  /// The frame without the edges that do not pass; all vertices stay. O(edges). A predicate on
  /// columns is faster.
  public synchronized GraphFrame filterEdges(java.util.function.Predicate<Row> test) {
    checkOpen();
    return new FrameFilter(this).edges(FrameFilter.rows(test));
  }

  /// The frame with a column of a result as a property of the vertices more: vertices by their ids,
  /// null where there is none. The values are copied.
  ///
  /// @param name of the property
  /// @param column of a result with a row for each vertex; see [FrameResult#column]
  /// @throws IllegalArgumentException when there is such a property, or not a value for each vertex
  public synchronized GraphFrame withColumn(String name, ResultColumn column) {
    checkOpen();
    if (column.values().size() != ids.size()) {
      throw new IllegalArgumentException(
          "the column has %d values, not %d".formatted(column.values().size(), ids.size()));
    }
    if (vertices.schema().fields().stream().anyMatch(field -> field.name().equals(name))) {
      throw new IllegalArgumentException("there is a property \"" + name + "\" already");
    }
    ResultColumn renamed = new ResultColumn(name, column.values(), column.kind());
    ResultArrays results = new ResultArrays(ids);
    Field field = results.field(renamed);
    Region region = new Region(MemoryAccount.process());
    SharedMemory memory = new SharedMemory(region::close);
    boolean complete = false;
    try {
      List<ArrayData> arrays = new ArrayList<>();
      int from = 0;
      for (Part part : vertices.parts()) {
        arrays.add(results.array(renamed, from, part.rows(), region));
        from += part.rows();
      }
      complete = true;
      endsMemory.retain();
      return new GraphFrame(
          columns,
          vertices.withColumn(field, arrays, memory),
          edges.share(),
          ids,
          ends,
          endsMemory);
    } finally {
      if (!complete) {
        memory.release();
      }
    }
  }

  /// Frees the graph, and the tables unless other frames or batches need them. Closing twice does
  /// nothing.
  ///
  /// @throws IllegalStateException while a call runs on the graph
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    if (graph != null) {
      graph.close();
    }
    closed = true;
    vertices.close();
    edges.close();
    endsMemory.release();
  }

  @Override
  public String toString() {
    return "%s frame of %d vertices and %d edges"
        .formatted(columns.directed() ? "directed" : "undirected", vertexCount(), edgeCount());
  }

  /// What the frame is made of, shared.
  synchronized ArchiveFrames.FrameParts parts() {
    checkOpen();
    endsMemory.retain();
    return new ArchiveFrames.FrameParts(vertices.share(), edges.share(), ends, endsMemory);
  }

  FrameColumns columns() {
    return columns;
  }

  ColumnTable vertexTable() {
    return vertices;
  }

  ColumnTable edgeTable() {
    return edges;
  }

  FrameEnds ends() {
    return ends;
  }
}
