package dev.gatun.internal.parquet.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// From a name to files: the file itself, the Parquet files in a folder, or what a pattern matches.
public final class FilePatterns {
  private static final String WILDCARDS = "*?[{";

  private FilePatterns() {}

  /// Files in order of their paths.
  ///
  /// @param name a file; a folder, of which all Parquet files are taken, those in folders inside it
  ///     too, but nothing whose name begins with a dot or underscore; or a pattern with `*`, `**`,
  ///     `?`, `[…]`, `{…}`
  /// @throws NoSuchFileException when there is none
  public static List<Path> find(String name) throws IOException {
    Path path = isPattern(name) ? null : Path.of(name);
    List<Path> found;
    if (path == null) {
      found = matching(name);
    } else if (Files.isDirectory(path)) {
      found = walk(path, file -> isParquet(path.relativize(file)));
    } else {
      return List.of(path);
    }
    if (found.isEmpty()) {
      throw new NoSuchFileException(name, null, "no Parquet files there");
    }
    return found;
  }

  /// A file may have such a name.
  private static boolean isPattern(String name) {
    return name.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0) && !Files.exists(Path.of(name));
  }

  private static List<Path> matching(String pattern) throws IOException {
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

  private static boolean isParquet(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
        return false;
      }
    }
    String name = relative.getFileName().toString();
    return name.endsWith(".parquet") || name.endsWith(".parq") || name.endsWith(".pq");
  }
}
