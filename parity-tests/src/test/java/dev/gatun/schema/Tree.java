package dev.gatun.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of a test.
///
/// @param root the directory they are in
record Tree(Path root) {
  /// Writes a file.
  Tree with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes a file.
  Tree with(String path, byte[] bytes) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All files that end in `.sql`, nothing between them.
  SchemaBuild build() {
    return SchemaBuild.in(root).separator(Separator.none());
  }

  /// What a build writes to a stream.
  static String text(SchemaBuild build) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    build.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
