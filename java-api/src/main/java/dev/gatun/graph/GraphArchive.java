package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.arrow.BatchReader;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.graphar.ArchiveData;
import dev.gatun.internal.graphar.ArchiveReader;
import dev.gatun.internal.graphar.ArchiveWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A property graph of many types of vertices and edges in memory, read from or written to a
/// directory in the [GraphAr format](https://graphar.apache.org/docs/specification/format), v1.
///
/// ```java
/// try (GraphArchive social = GraphArchive.read(Path.of("social/social.graph.yml"));
///     GraphFrame knows = social.frame(new EdgeType("person", "knows", "person"), null);
///     FrameResult<PageRankResult> ranks = knows.run(PageRank.defaults())) {
///   ranks.writeCsv(Path.of("ranks.csv"), "id", "firstName");
/// }
/// ```
///
/// **Reading**: chunks in CSV and Parquet (not ORC, not JSON), property types bool, int32, int64,
/// float, double, string, date, timestamp, time and lists of them. Of each type of edges one
/// adjacency list is read, the first there is of: ordered by source, unordered by source, ordered
/// by destination, unordered by destination. Everything is checked: information files, counts,
/// rows of chunks, columns and their types, nulls, indexes, offsets; and no path may leave the
/// directory.
///
/// **Writing**: chunks in CSV, ordered by source. (There is no writer of Parquet.)
///
/// Thread-safe. Any use after [#close] is an [IllegalStateException]; frames and batches may
/// outlive it.
public final class GraphArchive implements AutoCloseable {
  private final ArchiveData data;
  private boolean closed;

  private GraphArchive(ArchiveData data) {
    this.data = data;
  }

  /// [#read(Path, RunOptions)] run by default.
  public static GraphArchive read(Path graphFile) {
    return read(graphFile, RunOptions.defaults());
  }

  /// Reads a graph into memory.
  ///
  /// @param graphFile its information file, `NAME.graph.yml`; its directory is what no path may
  ///     leave
  /// @throws GraphArchiveException when something is not what the format, or the information files,
  ///     say
  /// @throws java.io.UncheckedIOException when a file cannot be read
  public static GraphArchive read(Path graphFile, RunOptions options) {
    return new GraphArchive(ArchiveReader.read(graphFile, options));
  }

  /// An archive of a frame, which has one type of vertices and one of edges. Nothing is copied. The
  /// columns of the frame become properties, except the edges' source and target.
  ///
  /// @param name of the graph
  /// @throws IllegalArgumentException when a name could not be one of a file
  public static GraphArchive of(String name, String vertexType, String edgeType, GraphFrame frame) {
    EdgeType type = new EdgeType(vertexType, edgeType, vertexType);
    return new GraphArchive(ArchiveFrames.data(name, type, frame));
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the archive is closed");
    }
  }

  /// What the graph is called.
  public String name() {
    return data.name();
  }

  /// Types of vertices.
  public List<String> vertexTypes() {
    return List.copyOf(data.vertices().keySet());
  }

  /// Types of edges.
  public List<EdgeType> edgeTypes() {
    return data.edges().stream().map(GraphArchive::type).toList();
  }

  static EdgeType type(ArchiveData.Edges edges) {
    return new EdgeType(edges.source(), edges.type(), edges.target());
  }

  /// Number of vertices of a type.
  ///
  /// @throws IllegalArgumentException when there is none
  public int vertexCount(String type) {
    return Math.toIntExact(vertexData(type).table().rows());
  }

  /// Number of edges of a type.
  ///
  /// @throws IllegalArgumentException when there is none
  public long edgeCount(EdgeType type) {
    return edgeData(type).count();
  }

  /// Names of the properties that identify vertices of a type.
  ///
  /// @throws IllegalArgumentException when there is none
  public List<String> primaryKey(String vertexType) {
    return vertexData(vertexType).primary();
  }

  /// The properties of all vertices of a type, vertex by vertex. Nothing is copied.
  ///
  /// @throws IllegalArgumentException when there is none
  public synchronized BatchReader vertices(String type) {
    checkOpen();
    return vertexData(type).table().reader();
  }

  /// The properties of all edges of a type. Nothing is copied. The edges' ends are in a [#frame].
  ///
  /// @throws IllegalArgumentException when there is none
  public synchronized BatchReader edges(EdgeType type) {
    checkOpen();
    return edgeData(type).table().reader();
  }

  private ArchiveData.Vertices vertexData(String type) {
    ArchiveData.Vertices vertices = data.vertices().get(type);
    if (vertices == null) {
      throw new IllegalArgumentException(
          "no vertices of the type " + type + "; there are " + vertexTypes());
    }
    return vertices;
  }

  private ArchiveData.Edges edgeData(EdgeType type) {
    return data.edges().stream()
        .filter(edges -> type(edges).equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no edges of the type " + type + "; there are " + edgeTypes()));
  }

  /// The edges of one type, and the vertices of the types they connect, as a frame.
  ///
  /// Vertices have the column `_vertex`, which numbers them (those of the source's type, then those
  /// of the target's if that is another one), `_type`, and their properties; edges have `_source`,
  /// `_target`, `_type`, and theirs.
  ///
  /// @param weight property of the edges that is their weight, null for none
  /// @throws IllegalArgumentException when there are no such edges, or types have properties of one
  ///     name and different types
  public synchronized GraphFrame frame(EdgeType type, @Nullable String weight) {
    checkOpen();
    Map<String, ColumnTable> vertices = new LinkedHashMap<>();
    ArchiveData.Edges edges = edgeData(type);
    vertices.put(type.source(), vertexData(type.source()).table());
    vertices.put(type.target(), vertexData(type.target()).table());
    return new ArchiveFrames(vertices, List.of(edges)).frame(weight);
  }

  /// All vertices and all edges as one frame; see [#frame(EdgeType, String)]. Directed unless no
  /// type of edges is. A property that a type has not is null.
  ///
  /// @throws IllegalArgumentException when types have properties of one name and different types,
  ///     or there are more than 2^31 - 1 vertices
  public synchronized GraphFrame frame() {
    checkOpen();
    Map<String, ColumnTable> vertices = new LinkedHashMap<>();
    data.vertices().forEach((type, some) -> vertices.put(type, some.table()));
    return new ArchiveFrames(vertices, data.edges()).frame(null);
  }

  /// Writes the graph: information files, chunks in CSV, one property group a type, adjacency lists
  /// ordered by source with offsets. The file of the graph, `NAME.graph.yml`, is written last: a
  /// directory without it is not complete.
  ///
  /// @param folder made where there is none, and must be empty
  /// @return the file of the graph
  /// @throws IllegalArgumentException when a property has a type that GraphAr or CSV has no form
  ///     for, or the folder is not empty; nothing is written then
  /// @throws java.io.UncheckedIOException when it cannot be written
  public synchronized Path write(Path folder) {
    checkOpen();
    return ArchiveWriter.write(data, folder);
  }

  /// Frees the memory unless frames or batches need it. Closing twice does nothing.
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      data.close();
    }
  }
}
