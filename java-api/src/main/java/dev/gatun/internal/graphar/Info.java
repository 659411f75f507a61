package dev.gatun.internal.graphar;

import dev.gatun.arrow.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What information files say.
final class Info {
  private Info() {}

  /// How data files are written.
  enum FileType {
    CSV,
    PARQUET;

    /// As information files spell it.
    String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// In which order edges are stored, and by which end they are cut into parts.
  ///
  /// @param bySource whether parts are by the chunks of the sources, else of the targets
  record Order(boolean ordered, boolean bySource) {
    /// The name of its directory, unless the file says otherwise.
    String spelling() {
      return (ordered ? "ordered_by_" : "unordered_by_") + (bySource ? "source" : "dest");
    }
  }

  /// A property.
  ///
  /// @param field name, type and nullness
  /// @param dataType as the file spells the type
  record Property(Field field, String dataType, boolean primary) {}

  /// Properties in the same data files.
  ///
  /// @param prefix where these are, within the prefix of the type
  record Group(String prefix, FileType fileType, List<Property> properties) {
    /// The prefix of a group that names none.
    static String defaultPrefix(List<Property> properties) {
      return properties.stream()
          .map(property -> property.field().name())
          .collect(Collectors.joining("_", "", "/"));
    }
  }

  /// A type of vertices.
  ///
  /// @param file that says so
  record Vertices(Path file, String type, long chunkSize, String prefix, List<Group> groups) {}

  /// One form in which edges are stored.
  record Adjacency(Order order, String prefix, FileType fileType) {}

  /// A type of edges.
  ///
  /// @param file that says so
  record Edges(
      Path file,
      String source,
      String type,
      String target,
      long chunkSize,
      long sourceChunkSize,
      long targetChunkSize,
      boolean directed,
      String prefix,
      List<Adjacency> adjacencies,
      List<Group> groups) {}

  /// A graph.
  record Graph(Path file, String name, String prefix, List<Vertices> vertices, List<Edges> edges) {}
}
