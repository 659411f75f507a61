package dev.gatun.internal.graphar;

import dev.gatun.graph.GraphArchiveException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A node of an information file, and where it is.
///
/// @param file the file
/// @param key how to get there from the root, such as `adj_lists[0].ordered`
/// @param line 1-based
/// @param value text, or nodes by key, or nodes in order
record Yaml(Path file, String key, int line, Value value) {
  /// What nodes are.
  sealed interface Value {}

  /// A scalar.
  record Text(String text) implements Value {}

  /// A mapping, in the order of the file.
  record Mapping(Map<String, Yaml> entries) implements Value {}

  /// A sequence.
  record Sequence(List<Yaml> items) implements Value {}

  /// What to throw for a node that is not what it should be.
  GraphArchiveException expected(String what) {
    String found =
        switch (value) {
          case Text(String text) -> "\"" + text + "\"";
          case Mapping _ -> "a mapping";
          case Sequence _ -> "a sequence";
        };
    String place = key.isEmpty() ? "line " + line : key;
    return new GraphArchiveException(file, place, "expected " + what + ", found " + found);
  }

  /// The entry of a mapping.
  Optional<Yaml> find(String name) {
    if (value instanceof Mapping(Map<String, Yaml> entries)) {
      return Optional.ofNullable(entries.get(name));
    }
    throw expected("a mapping");
  }

  /// The entry of a mapping that must be there.
  Yaml get(String name) {
    return find(name)
        .orElseThrow(
            () -> new GraphArchiveException(file, path(name), "expected a value, found none"));
  }

  private String path(String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  /// The items of a sequence.
  List<Yaml> items() {
    if (value instanceof Sequence(List<Yaml> items)) {
      return items;
    }
    throw expected("a sequence");
  }

  /// The text of a scalar, not empty.
  String text() {
    if (value instanceof Text(String text) && !text.isEmpty()) {
      return text;
    }
    throw expected("a text");
  }

  /// A whole number from 1 on.
  long positive() {
    String text = text();
    if (text.matches("\\d{1,18}") && Long.parseLong(text) > 0) {
      return Long.parseLong(text);
    }
    throw expected("a number from 1 on");
  }

  /// `true` or `false`.
  boolean bool() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw expected("true or false");
    };
  }
}
