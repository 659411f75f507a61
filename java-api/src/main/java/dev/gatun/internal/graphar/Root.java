package dev.gatun.internal.graphar;

import dev.gatun.graph.GraphArchiveException;
import dev.gatun.internal.io.IoFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The directory of a graph, which nothing that it names may leave.
final class Root {
  private static final long MOST_INFO_BYTES = 16 << 20;

  private final Path root;
  private final Path real;

  /// @throws java.io.UncheckedIOException when there is no such directory
  Root(Path root) {
    this.root = root.normalize();
    try {
      this.real = root.toRealPath();
    } catch (IOException e) {
      throw IoFailures.of(root.toString(), e);
    }
  }

  /// A path below the root.
  ///
  /// @param said who says so
  /// @throws GraphArchiveException when it leads elsewhere, also by links
  Path resolve(String path, Path file, String said) {
    Path resolved;
    try {
      resolved = root.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new GraphArchiveException(file, said, "expected a path, found \"" + path + "\"");
    }
    if (!resolved.startsWith(root) || path.contains("://")) {
      throw outside(path, file, said);
    }
    try {
      if (Files.exists(resolved) && !resolved.toRealPath().startsWith(real)) {
        throw outside(path, file, said);
      }
    } catch (IOException e) {
      throw IoFailures.of(resolved.toString(), e);
    }
    return resolved;
  }

  private GraphArchiveException outside(String path, Path file, String said) {
    return new GraphArchiveException(
        file, said, "expected a path inside %s, found \"%s\"".formatted(root, path));
  }

  /// @throws GraphArchiveException when it is not there
  static void require(Path file, String why) {
    if (!Files.isRegularFile(file)) {
      throw new GraphArchiveException(file, "", "expected a file (" + why + "), found none");
    }
  }

  /// Reads an information file.
  static Yaml info(Path file, String why) {
    require(file, why);
    try {
      if (Files.size(file) > MOST_INFO_BYTES) {
        throw new GraphArchiveException(file, "", "is too large for an information file");
      }
      return YamlParser.parse(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new GraphArchiveException(file, "", "expected UTF-8, found other bytes");
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    }
  }

  /// Reads a file that is one number: 8 bytes, little-endian.
  static long count(Path file, String why) {
    require(file, why);
    try {
      long size = Files.size(file);
      long count =
          size == Long.BYTES
              ? ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong()
              : -1;
      if (count < 0) {
        throw new GraphArchiveException(
            file,
            "",
            "expected a count of 0 or more in 8 bytes, found "
                + (size == Long.BYTES ? Long.toString(count) : size + " bytes"));
      }
      return count;
    } catch (IOException e) {
      throw IoFailures.of(file.toString(), e);
    }
  }
}
