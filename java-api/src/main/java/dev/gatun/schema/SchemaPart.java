package dev.gatun.schema;

import java.util.List;

/// A part of a schema that is built on its own, such as seed data.
///
/// @param name what to call it
/// @param patterns the files it takes, as in [dev.gatun.FileSet]; a pattern `**` takes all that are
///     left
public record SchemaPart(String name, List<String> patterns) {
  /// @throws IllegalArgumentException when there is no name or no pattern
  public SchemaPart {
    patterns = List.copyOf(patterns);
    if (name.isEmpty() || patterns.isEmpty()) {
      throw new IllegalArgumentException("a part needs a name and a pattern");
    }
  }

  /// A part by its patterns.
  public static SchemaPart of(String name, String... patterns) {
    return new SchemaPart(name, List.of(patterns));
  }
}
