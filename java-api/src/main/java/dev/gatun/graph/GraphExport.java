package dev.gatun.graph;

import dev.gatun.arrow.Batch;
import dev.gatun.arrow.BatchReader;
import dev.gatun.arrow.Column;
import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.export.DotText;
import dev.gatun.internal.export.GraphText;
import dev.gatun.internal.export.GraphmlText;
import dev.gatun.internal.export.MermaidText;
import dev.gatun.internal.io.IoFailures;
import dev.gatun.internal.io.OutputFile;
import dev.gatun.internal.kernel.Csr;
import dev.gatun.internal.kernel.Weights;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes small graphs as text, to be drawn or read by other programs. Immutable: every setting
/// gives a new export.
///
/// ```java
/// GraphExport.dot().write(frame, Path.of("flights.dot")); // dot -Tsvg flights.dot
/// ```
///
/// Vertices and edges come with all their properties: as typed data in GraphML, as labels in DOT
/// and Mermaid. Nulls are left out.
public final class GraphExport {
  private static final int MOST = 10_000;

  /// What Mermaid itself draws, unless it is told to draw more.
  private static final int MOST_OF_MERMAID = 500;

  private final Format format;
  private final long most;

  /// Text formats.
  public enum Format {
    /// The language of Graphviz.
    DOT,
    /// XML with typed properties.
    GRAPHML,
    /// A flowchart of Mermaid, as Markdown on many sites may have it.
    MERMAID
  }

  private GraphExport(Format format, long most) {
    this.format = format;
    this.most = most;
  }

  /// As this format.
  public static GraphExport of(Format format) {
    return new GraphExport(format, format == Format.MERMAID ? MOST_OF_MERMAID : MOST);
  }

  /// As DOT.
  public static GraphExport dot() {
    return of(Format.DOT);
  }

  /// As GraphML.
  public static GraphExport graphml() {
    return of(Format.GRAPHML);
  }

  /// As a Mermaid flowchart.
  public static GraphExport mermaid() {
    return of(Format.MERMAID);
  }

  /// With at most so many vertices, and so many edges; default 10,000, and 500 for Mermaid. Larger
  /// graphs are refused: nobody could look at them.
  ///
  /// @throws IllegalArgumentException when negative
  public GraphExport limit(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("limit " + value + " is negative");
    }
    return new GraphExport(format, value);
  }

  /// Writes a frame: its rows of vertices, and its rows of edges, self loops and duplicates too.
  ///
  /// @throws IllegalArgumentException when it is above the limit
  /// @throws UncheckedIOException when the file cannot be written
  public void write(GraphFrame frame, Path file) {
    check(frame.vertexCount(), frame.edgeCount());
    write(file, out -> write(frame, out));
  }

  /// Writes a graph: each edge with its weight, an undirected one once.
  ///
  /// @throws IllegalArgumentException when it is above the limit
  /// @throws UncheckedIOException when the file cannot be written
  public void write(CsrGraph graph, Path file) {
    check(graph.vertices(), graph.edges());
    write(file, out -> write(graph, out));
  }

  private void check(long vertices, long edges) {
    if (vertices > most || edges > most) {
      throw new IllegalArgumentException(
          "a graph of %d vertices and %d edges is more than the limit of %d for an export as %s"
              .formatted(vertices, edges, most, format));
    }
  }

  @FunctionalInterface
  private interface Body {
    void write(Appendable out) throws IOException;
  }

  private static void write(Path file, Body body) {
    try (OutputFile output = OutputFile.create(file);
        Writer writer =
            new BufferedWriter(
                new OutputStreamWriter(
                    Channels.newOutputStream(output.channel()), StandardCharsets.UTF_8))) {
      body.write(writer);
      writer.flush();
      output.finish();
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    }
  }

  private GraphText text(Appendable out) {
    return switch (format) {
      case DOT -> new DotText(out);
      case GRAPHML -> new GraphmlText(out);
      case MERMAID -> new MermaidText(out);
    };
  }

  /// Writes a frame to anything that takes text; see [#write(GraphFrame, Path)].
  ///
  /// @throws IllegalArgumentException when it is above the limit
  /// @throws IOException when `out` says so
  public void write(GraphFrame frame, Appendable out) throws IOException {
    check(frame.vertexCount(), frame.edgeCount());
    GraphText text = text(out);
    FrameColumns columns = frame.columns();
    List<Field> vertexFields = new ArrayList<>(frame.vertexSchema().fields());
    int idPlace = frame.vertexTable().place(columns.id(), FrameColumns.VERTICES);
    vertexFields.addFirst(vertexFields.remove(idPlace));
    List<Field> edgeFields =
        frame.edgeSchema().fields().stream()
            .filter(field -> !List.of(columns.source(), columns.target()).contains(field.name()))
            .toList();
    text.begin(columns.directed(), vertexFields, edgeFields);
    int vertex = 0;
    try (BatchReader reader = frame.vertices(names(vertexFields))) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int row = 0; row < batch.rowCount(); row++) {
          text.vertex(vertex++, values(batch, row));
        }
      }
    }
    long edge = 0;
    FrameEnds ends = frame.ends();
    // All columns when there are no properties: what counts then is the number of rows.
    try (BatchReader reader = frame.edges(names(edgeFields))) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int row = 0; row < batch.rowCount(); row++, edge++) {
          text.edge(
              edge,
              ends.source(edge),
              ends.target(edge),
              edgeFields.isEmpty() ? List.of() : values(batch, row));
        }
      }
    }
    text.end();
  }

  private static String[] names(List<Field> fields) {
    return fields.stream().map(Field::name).toArray(String[]::new);
  }

  private static List<@Nullable String> values(Batch batch, int row) {
    List<@Nullable String> values = new ArrayList<>();
    for (Column column : batch.columns()) {
      values.add(column.isNull(row) ? null : text(column, row));
    }
    return values;
  }

  private static String text(Column column, int row) {
    Object value = column.object(row);
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }

  /// Writes a graph to anything that takes text; see [#write(CsrGraph, Path)].
  ///
  /// @throws IllegalArgumentException when it is above the limit
  /// @throws IOException when `out` says so
  public void write(CsrGraph graph, Appendable out) throws IOException {
    check(graph.vertices(), graph.edges());
    GraphText text = text(out);
    Field id = new ResultArrays(graph.ids()).vertexField("id");
    boolean weighted = graph.weightType() != WeightType.NONE;
    List<Field> edgeFields =
        weighted ? List.of(new Field("weight", type(graph.weightType()), false)) : List.of();
    text.begin(graph.isDirected(), List.of(id), edgeFields);
    for (int v = 0; v < graph.vertices(); v++) {
      text.vertex(v, List.of(graph.ids().name(v)));
    }
    Csr csr = graph.csr();
    long edge = 0;
    for (int v = 0; v < graph.vertices(); v++) {
      for (long e = csr.offset(v); e < csr.offset(v + 1); e++) {
        int u = csr.neighbour(e);
        if (graph.isDirected() || u >= v) {
          text.edge(edge++, v, u, weighted ? List.of(Weights.asText(csr, e)) : List.of());
        }
      }
    }
    text.end();
  }

  private static DataType type(WeightType type) {
    int bits = type.bytes() * Byte.SIZE;
    return type.isInteger() ? new DataType.Int(bits, true) : new DataType.FloatingPoint(bits);
  }
}
