package dev.gatun.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatun.InputFormatException;
import dev.gatun.RunOptions;
import dev.gatun.internal.exec.MemoryAccount;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads edge lists out of strings.
final class EdgeTexts {
  static final EdgeListReader READER = EdgeListReader.defaults();
  static final EdgeListReader DENSE = READER.ids(EdgeListReader.Ids.DENSE);

  private EdgeTexts() {}

  static EdgeList read(EdgeListReader reader, String name, byte[] bytes) {
    return reader.read(new ByteArrayInputStream(bytes), name, RunOptions.defaults());
  }

  static EdgeList read(EdgeListReader reader, String text) {
    return read(reader, "text", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Each edge as `source>target`, with `:weight` when weighted, by the names of the vertices.
  static List<String> edges(EdgeListReader reader, String text) {
    try (EdgeList edges = read(reader, text)) {
      return edges(edges);
    }
  }

  static List<String> edges(EdgeList edges) {
    List<String> all = new ArrayList<>();
    VertexIds ids = edges.ids();
    for (long i = 0; i < edges.size(); i++) {
      String edge = ids.name(edges.source(i)) + ">" + ids.name(edges.target(i));
      double weight = edges.weight(i);
      all.add(
          switch (edges.weightType()) {
            case NONE -> edge;
            case INT32, INT64 -> edge + ":" + (long) weight;
            case FLOAT32, FLOAT64 -> edge + ":" + weight;
          });
    }
    return all;
  }

  /// Expects an error, which must leave no memory behind.
  static InputFormatException refused(EdgeListReader reader, String name, byte[] bytes) {
    long before = MemoryAccount.process().live();
    InputFormatException e =
        assertThrows(InputFormatException.class, () -> read(reader, name, bytes).close());
    assertEquals(before, MemoryAccount.process().live(), "memory left behind");
    assertEquals(name, e.source());
    return e;
  }

  static InputFormatException refused(EdgeListReader reader, String text) {
    return refused(reader, "text", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Expects an error with exactly this message, without the name of the input.
  static void refused(EdgeListReader reader, String text, String message) {
    assertEquals("text: " + message, refused(reader, text).getMessage());
  }
}
