package dev.gatun.corpus;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.gatun.graph.EdgeListReader;
import dev.gatun.graph.WeightType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a graph file is and what to expect of it, read from its JSON.
///
/// @param file the edge list
/// @param figures everything the manifest has, by name
record Manifest(Path file, Map<String, Object> figures) {

  static Manifest read(Path json) {
    try {
      Map<String, Object> figures = JSON.std.mapFrom(json.toFile());
      return new Manifest(json.resolveSibling((String) figures.get("file")), figures);
    } catch (IOException e) {
      throw new UncheckedIOException(json.toString(), e);
    }
  }

  boolean directed() {
    return (boolean) figures.get("directed");
  }

  boolean weighted() {
    return (boolean) figures.get("weighted");
  }

  int vertices() {
    return (int) number("n");
  }

  long number(String name) {
    return ((Number) figures.get(name)).longValue();
  }

  /// The figures of one result.
  @SuppressWarnings("unchecked")
  Map<String, Object> group(String name) {
    return (Map<String, Object>) figures.get(name);
  }

  /// The figures of several results of one kind.
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> groups(String name) {
    return (List<Map<String, Object>>) figures.get(name);
  }

  /// Reads the file as the manifest says it is written.
  EdgeListReader reader() {
    boolean header = (boolean) figures.get("header");
    EdgeListReader reader =
        EdgeListReader.defaults()
            .separator(separator())
            .header(header ? EdgeListReader.Header.PRESENT : EdgeListReader.Header.ABSENT)
            .weights(weighted() ? WeightType.INT32 : WeightType.NONE);
    return ((String) figures.get("ids")).startsWith("dense")
        ? reader.ids(EdgeListReader.Ids.DENSE).vertices(vertices())
        : reader.ids(EdgeListReader.Ids.DICTIONARY);
  }

  private char separator() {
    return switch ((String) figures.get("separator")) {
      case "space" -> ' ';
      case "tab" -> '\t';
      case "comma" -> ',';
      case String other -> throw new IllegalArgumentException("separator " + other);
    };
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }
}
