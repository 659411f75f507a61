package dev.gatun.internal.io;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// From a name to files: the file itself, the files of a kind in a folder, or what a pattern
/// matches.
public final class InputPaths {
  private static final String WILDCARDS = "*?[{";

  private InputPaths() {}

  /// What files of a folder are taken, by the endings of their names.
  public enum Kind {
    /// `.parquet`, `.parq`, `.pq`
    PARQUET("Parquet files", ".parquet", ".parq", ".pq") {
      @Override
      String plain(String name) {
        return name; // these are not compressed as a whole
      }
    },
    /// `.csv`, `.tsv`, `.psv`, `.txt`, perhaps with an ending for compression behind
    TEXT("text files", ".csv", ".tsv", ".psv", ".txt") {
      @Override
      String plain(String name) {
        return Compression.plainName(name);
      }
    };

    private final String description;
    private final List<String> endings;

    Kind(String description, String... endings) {
      this.description = description;
      this.endings = List.of(endings);
    }

    abstract String plain(String name);

    private boolean has(Path file) {
      String name = plain(file.getFileName().toString());
      return endings.stream().anyMatch(name::endsWith);
    }
  }

  /// Files in order of their paths.
  ///
  /// @param name a file; a folder, of which all files of the kind are taken, those in folders
  ///     inside it too, but nothing whose name begins with a dot or underscore; or a pattern with
  ///     `*`, `**`, `?`, `[…]`, `{…}`
  /// @throws UncheckedIOException when there is none, caused by a [NoSuchFileException]
  public static List<Path> expand(String name, Kind kind) {
    try {
      Path path = isPattern(name) ? null : Path.of(name);
      List<Path> found;
      if (path == null) {
        found = matching(name);
      } else if (Files.isDirectory(path)) {
        found = walk(path, file -> kind.has(file) && !isPrivate(path.relativize(file)));
      } else {
        return List.of(path);
      }
      if (found.isEmpty()) {
        throw new NoSuchFileException(name, null, "no " + kind.description + " there");
      }
      return found;
    } catch (IOException e) {
      throw IoFailures.of(name, e);
    }
  }

  /// A file may have such a name, though not on every system.
  private static boolean isPattern(String name) {
    if (name.chars().noneMatch(c -> WILDCARDS.indexOf(c) >= 0)) {
      return false;
    }
    try {
      return !Files.exists(Path.of(name));
    } catch (InvalidPathException _) {
      return true;
    }
  }

  /// On Windows both `/` and `\` separate folders, as everywhere there; a pattern's `\` would else
  /// be an escape.
  private static List<Path> matching(String name) throws IOException {
    String pattern = name.replace(File.separatorChar, '/');
    int wildcard = 0;
    while (WILDCARDS.indexOf(pattern.charAt(wildcard)) < 0) {
      wildcard++;
    }
    String fixed = pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1);
    Path folder = Path.of(fixed);
    PathMatcher matcher =
        folder.getFileSystem().getPathMatcher("glob:" + pattern.substring(fixed.length()));
    return Files.isDirectory(folder)
        ? walk(folder, file -> matches(matcher, folder.relativize(file)))
        : List.of();
  }

  /// Hidden files are none.
  private static boolean matches(PathMatcher matcher, Path relative) {
    return matcher.matches(relative) && !relative.getFileName().toString().startsWith(".");
  }

  private static List<Path> walk(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isPrivate(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
        return true;
      }
    }
    return false;
  }
}
