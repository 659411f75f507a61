package dev.gatun.graph;

import dev.gatun.RunOptions;
import dev.gatun.arrow.BatchReader;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.exec.Execution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [GraphFrame] is made of. By default: vertices are those of the edges, whose columns
/// `source` and `target` have their ids; directed, without weights, self loops dropped, of equal
/// edges the one with the least weight kept.
public final class GraphFrameBuilder {
  private @Nullable FrameSource vertices;
  private @Nullable FrameSource edges;
  private String id = "id";
  private String source = "source";
  private String target = "target";
  private @Nullable String weight;
  private boolean directed = true;
  private boolean keepSelfLoops;
  private Duplicates duplicates = Duplicates.MIN;
  private UnknownVertices unknown = UnknownVertices.FAIL;

  GraphFrameBuilder() {}

  /// Vertices from files of one schema: Parquet when their names end in `.parquet`, else CSV.
  public GraphFrameBuilder vertices(Path file, Path... more) {
    vertices = FrameSource.of(files(file, more));
    return this;
  }

  /// Vertices from what a reader has left, when the frame is built. The reader stays the caller's.
  public GraphFrameBuilder vertices(BatchReader reader) {
    vertices = FrameSource.of(reader);
    return this;
  }

  /// Edges from files of one schema: Parquet when their names end in `.parquet`, else CSV.
  public GraphFrameBuilder edges(Path file, Path... more) {
    edges = FrameSource.of(files(file, more));
    return this;
  }

  /// Edges from what a reader has left, when the frame is built. The reader stays the caller's.
  public GraphFrameBuilder edges(BatchReader reader) {
    edges = FrameSource.of(reader);
    return this;
  }

  private static List<Path> files(Path file, Path... more) {
    List<Path> files = new ArrayList<>();
    files.add(file);
    files.addAll(List.of(more));
    return files;
  }

  /// The vertices' column with their ids: integers or text, none of them null or twice. Also what
  /// the column is called when there are no vertices but those of the edges. Default `id`.
  public GraphFrameBuilder id(String column) {
    id = column;
    return this;
  }

  /// The edges' columns with the ids of the vertices they connect. Default `source` and `target`.
  public GraphFrameBuilder endpoints(String sourceColumn, String targetColumn) {
    source = sourceColumn;
    target = targetColumn;
    return this;
  }

  /// The edges' column with their weights, any number; null, the default, for none.
  public GraphFrameBuilder weight(@Nullable String column) {
    weight = column;
    return this;
  }

  /// Whether edges have a direction; default true.
  public GraphFrameBuilder directed(boolean value) {
    directed = value;
    return this;
  }

  /// Whether [GraphFrame#graph] keeps edges from a vertex to itself.
  public GraphFrameBuilder keepSelfLoops(boolean value) {
    keepSelfLoops = value;
    return this;
  }

  /// What becomes, in [GraphFrame#graph], of edges between the same vertices.
  public GraphFrameBuilder duplicates(Duplicates policy) {
    duplicates = policy;
    return this;
  }

  /// What becomes of edges to vertices that are not among those given; default
  /// [UnknownVertices#FAIL].
  public GraphFrameBuilder unknownVertices(UnknownVertices policy) {
    unknown = policy;
    return this;
  }

  /// [#build(RunOptions)] run by default.
  public GraphFrame build() {
    return build(RunOptions.defaults());
  }

  /// Reads everything into memory and numbers the vertices: those given in their order, then, if
  /// they may be added, others as they first appear in the edges, the source before the target.
  /// O(rows); ids are looked up on one thread, and kept in a dictionary on the Java heap.
  ///
  /// @throws IllegalStateException when there are no edges to be read
  /// @throws IllegalArgumentException when a column is not there or cannot be what it should; when
  ///     an id is null, or of a vertex twice, or unknown and may not be; the message names the row
  /// @throws java.io.UncheckedIOException when a file cannot be read
  public GraphFrame build(RunOptions options) {
    FrameSource from = edges;
    if (from == null) {
      throw new IllegalStateException("a frame needs edges");
    }
    FrameColumns columns =
        new FrameColumns(id, source, target, weight, directed, keepSelfLoops, duplicates);
    try (Execution execution = Execution.begin("reading a graph frame", options);
        ColumnTable edgeTable = from.read(options, execution)) {
      columns.checkEdges(edgeTable);
      if (vertices == null) {
        return execution.completed(FrameIndex.frame(edgeTable, columns, execution));
      }
      try (ColumnTable vertexTable = vertices.read(options, execution)) {
        return execution.completed(
            FrameIndex.frame(vertexTable, edgeTable, columns, unknown, execution));
      }
    }
  }
}
