package dev.gatun.internal.graphar;

import dev.gatun.internal.arrow.ColumnTable;
import dev.gatun.internal.arrow.SharedMemory;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A graph of several types in memory.
///
/// @param vertices by their types, in the order of the file
public record ArchiveData(String name, Map<String, Vertices> vertices, List<Edges> edges)
    implements AutoCloseable {

  /// Vertices of one type.
  ///
  /// @param chunkSize rows of a chunk
  /// @param table their properties
  /// @param primary names of those that identify them
  public record Vertices(long chunkSize, ColumnTable table, List<String> primary) {}

  /// Edges of one type.
  ///
  /// @param chunkSize rows of a chunk
  /// @param table their properties
  /// @param from int32 number of each edge's source among the vertices of its type
  /// @param to int32 number of each edge's target likewise
  /// @param memory of `from` and `to`
  public record Edges(
      String source,
      String type,
      String target,
      boolean directed,
      long chunkSize,
      ColumnTable table,
      MemorySegment from,
      MemorySegment to,
      SharedMemory memory) {
    /// Number of edges.
    public long count() {
      return from.byteSize() / Integer.BYTES;
    }
  }

  /// The vertices of a type that edges name.
  public Vertices verticesOf(String type) {
    return Objects.requireNonNull(vertices.get(type), type);
  }

  @Override
  public void close() {
    vertices.values().forEach(type -> type.table().close());
    for (Edges type : edges) {
      type.table().close();
      type.memory().release();
    }
  }
}
