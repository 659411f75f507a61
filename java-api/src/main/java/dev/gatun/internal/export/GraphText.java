package dev.gatun.internal.export;

import dev.gatun.arrow.Field;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A graph in some text format, written from the beginning to the end.
public interface GraphText {
  /// Begins.
  ///
  /// @param vertices properties that every vertex has, the first of them its id
  /// @param edges properties that every edge has
  void begin(boolean directed, List<Field> vertices, List<Field> edges) throws IOException;

  /// The next vertex, from 0 on.
  ///
  /// @param values of the properties, as text; null where there is none
  void vertex(int vertex, List<@Nullable String> values) throws IOException;

  /// The next edge, from 0 on, after all vertices.
  ///
  /// @param values of the properties, as text; null where there is none
  void edge(long edge, int source, int target, List<@Nullable String> values) throws IOException;

  /// Ends.
  void end() throws IOException;
}
