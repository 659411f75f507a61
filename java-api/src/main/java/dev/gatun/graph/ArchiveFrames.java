package dev.gatun.graph;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.gatun.arrow.DataType;
import dev.gatun.arrow.Field;
import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.SharedMemory;
import dev.gatun.internal.exec.MemoryAccount;
import dev.gatun.internal.exec.Region;
import dev.gatun.internal.graphar.ArchiveData;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Frames of graphs of many types, and back.
final class ArchiveFrames {
  private static final String VERTEX = "_vertex";
  private static final String SOURCE = "_source";
  private static final String TARGET = "_target";
  private static final long CHUNK = 1 << 18;
  private static final long EDGE_CHUNK = 1 << 22;

  private final Map<String, ColumnTable> vertices;
  private final List<ArchiveData.Edges> edges;

  /// The first number of the vertices of each type.
  private final Map<String, Integer> first = new LinkedHashMap<>();

  private final int count;

  ArchiveFrames(Map<String, ColumnTable> vertices, List<ArchiveData.Edges> edges) {
    this.vertices = vertices;
    this.edges = edges;
    long next = 0;
    for (Map.Entry<String, ColumnTable> type : vertices.entrySet()) {
      first.put(type.getKey(), (int) next);
      next += type.getValue().rows();
      if (next > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("more than 2^31 - 1 vertices");
      }
    }
    this.count = (int) next;
  }

  /// The vertices and edges as a frame.
  ///
  /// @throws IllegalArgumentException when properties of one name have different types
  GraphFrame frame(@Nullable String weight) {
    boolean directed = edges.isEmpty() || edges.stream().anyMatch(ArchiveData.Edges::directed);
    FrameColumns columns =
        new FrameColumns(VERTEX, SOURCE, TARGET, weight, directed, false, Duplicates.MIN);
    ColumnTable vertexTable = vertexTable();
    boolean complete = false;
    Region region = new Region(MemoryAccount.process());
    SharedMemory endsMemory = new SharedMemory(region::close);
    try {
      FrameEnds ends = ends(region);
      ColumnTable edgeTable = edgeTable(ends);
      if (weight != null) {
        try {
          columns.checkEdges(edgeTable);
        } catch (IllegalArgumentException e) {
          edgeTable.close();
          throw e;
        }
      }
      complete = true;
      return new GraphFrame(
          columns, vertexTable, edgeTable, VertexIds.dense(count), ends, endsMemory);
    } finally {
      if (!complete) {
        vertexTable.close();
        endsMemory.release();
      }
    }
  }

  private FrameEnds ends(Region region) {
    long total = edges.stream().mapToLong(ArchiveData.Edges::count).sum();
    FrameEnds ends = FrameEnds.of(total, region);
    long at = 0;
    for (ArchiveData.Edges type : edges) {
      int sources = first(type.source());
      int targets = first(type.target());
      for (long edge = 0; edge < type.count(); edge++, at++) {
        ends.set(
            at,
            sources + type.from().getAtIndex(JAVA_INT, edge),
            targets + type.to().getAtIndex(JAVA_INT, edge));
      }
    }
    return ends;
  }

  private int first(String type) {
    Integer number = first.get(type);
    if (number == null) {
      throw new AssertionError("no vertices of " + type);
    }
    return number;
  }

  private ColumnTable vertexTable() {
    TypedRows rows =
        new TypedRows(List.of(new Field(VERTEX, new DataType.Int(Long.SIZE, true), false)));
    vertices.forEach(rows::addProperties);
    int[] next = {0};
    return rows.table(
        vertices,
        (count, region) -> {
          MemorySegment numbers = region.allocate(count, Long.BYTES);
          for (int row = 0; row < count; row++) {
            numbers.setAtIndex(JAVA_LONG, row, next[0]++);
          }
          return List.of(numbers);
        });
  }

  private ColumnTable edgeTable(FrameEnds ends) {
    DataType number = new DataType.Int(Long.SIZE, true);
    TypedRows rows =
        new TypedRows(List.of(new Field(SOURCE, number, false), new Field(TARGET, number, false)));
    Map<String, ColumnTable> tables = new LinkedHashMap<>();
    for (ArchiveData.Edges type : edges) {
      // Types of edges between different types of vertices may have one name.
      String name =
          tables.containsKey(type.type()) ? GraphArchive.type(type).toString() : type.type();
      tables.put(name, type.table());
    }
    tables.forEach(rows::addProperties);
    long[] next = {0};
    return rows.table(
        tables,
        (count, region) -> {
          MemorySegment sources = region.allocate(count, Long.BYTES);
          MemorySegment targets = region.allocate(count, Long.BYTES);
          for (int row = 0; row < count; row++) {
            sources.setAtIndex(JAVA_LONG, row, ends.source(next[0]));
            targets.setAtIndex(JAVA_LONG, row, ends.target(next[0]++));
          }
          return List.of(sources, targets);
        });
  }

  /// A frame as data of one type of vertices and one of edges.
  static ArchiveData data(String name, EdgeType type, GraphFrame frame) {
    FrameColumns columns = frame.columns();
    Map<String, ArchiveData.Vertices> vertices = new LinkedHashMap<>();
    FrameParts parts = frame.parts();
    vertices.put(
        type.source(), new ArchiveData.Vertices(CHUNK, parts.vertices(), List.of(columns.id())));
    ArchiveData.Edges edges =
        new ArchiveData.Edges(
            type.source(),
            type.type(),
            type.target(),
            columns.directed(),
            EDGE_CHUNK,
            parts.edges().without(List.of(columns.source(), columns.target())),
            parts.ends().source(),
            parts.ends().target(),
            parts.memory());
    parts.edges().close();
    return new ArchiveData(name, vertices, List.of(edges));
  }

  /// What a frame is made of, each to be closed or released.
  record FrameParts(ColumnTable vertices, ColumnTable edges, FrameEnds ends, SharedMemory memory) {}
}
